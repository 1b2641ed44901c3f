// Waiting, with an ear for saved changes: a nap ends early when something is saved. A folder that is
// replaced as a whole (a link that leads elsewhere, an upgrade of the press) is followed to the new
// one.

import { statSync } from "node:fs";
import { watchFolders } from "./watch-folders.ts";

export class SavedChanges {
  readonly #folders: readonly string[];
  #identities: string;
  #endWatch: () => void;
  #isAny = false;
  #wake: () => void = () => {};

  /** @param folders absolute */
  constructor(folders: readonly string[]) {
    this.#folders = folders;
    this.#identities = identitiesOf(folders);
    this.#endWatch = this.#watch();
  }

  /** Whether anything was saved since this was last asked. */
  take(): boolean {
    const isAny = this.#isAny;
    this.#isAny = false;
    return isAny;
  }

  /** Ends at the next saved change, or when `wake` is called, or after that time. */
  async nap(milliseconds: number): Promise<void> {
    if (this.#isAny) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#followFolders();
  }

  wake(): void {
    this.#wake();
  }

  close(): void {
    this.#endWatch();
  }

  #watch(): () => void {
    return watchFolders(this.#folders, () => this.#noteChange());
  }

  #noteChange(): void {
    this.#isAny = true;
    this.#wake();
  }

  #followFolders(): void {
    const identities = identitiesOf(this.#folders);
    if (identities === this.#identities || identities.includes(GONE)) return;
    this.#identities = identities;
    this.#endWatch();
    this.#endWatch = this.#watch();
    this.#noteChange();
  }
}

const GONE = "gone";

/** A number of the disk's may be given again to another folder, but not with the same birth. */
function identitiesOf(folders: readonly string[]): string {
  return folders.map(identityOf).join();
}

function identityOf(folder: string): string {
  try {
    const { dev, ino, birthtimeMs } = statSync(folder);
    return `${dev} ${ino} ${birthtimeMs}`;
  } catch {
    return GONE;
  }
}
