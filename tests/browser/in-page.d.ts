// The signatures of in-page.js, for the tests that send its functions into a page.

export function watch(): void;
export function settled(): Promise<void>;
export function whatMoved(): Promise<string[]>;
export function whatWasRefused(): string[];
export function readToTheEnd(): Promise<string[]>;
export function tooWide(): string[];
export function collisions(): string[];
export function doubleText(): void;
export function doesScroll(selector: string): boolean;
export function takeFadeFrom(selector: string): void;
export function smallTargets(): string[];
export function stopsInOrder(): string[];
export function focus(): Focus | undefined;
export function faintText(): string[];
export function motion(): string[];
export function hasFont(names: readonly string[]): boolean;
export function jumbledTimes(): string[];
export function isAnswered(): boolean;

export interface Focus {
  /** The beginning of the element's markup. */
  readonly stop: string;
  /** On the screen, with an outline. */
  readonly isVisible: boolean;
  readonly isInMain: boolean;
  /** Pixels from the top of the page. */
  readonly top: number;
}
