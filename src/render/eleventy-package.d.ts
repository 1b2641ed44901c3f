// The part of @11ty/eleventy 3.1 that the press uses; the package ships no types.

declare module "@11ty/eleventy" {
  export interface EleventyConfig {
    addExtension(extension: string, options: TemplateLanguage): void;
    addGlobalData(name: string, value: unknown): void;
    addWatchTarget(path: string, options?: { readonly resetConfig?: boolean }): void;
    on(event: "eleventy.before" | "eleventy.after", listener: BuildListener): void;
    /** How many layouts print at the same time. */
    setConcurrency(layouts: number): void;
    setDataFileSuffixes(suffixes: readonly string[]): void;
    setDataFileBaseName(name: string | null): void;
    setFrontMatterParsingOptions(options: { readonly engines: Record<string, unknown> }): void;
    setQuietMode(quiet: boolean): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseGitIgnore(use: boolean): void;
    /** Steps that take more than this share of the time are told to the desk. */
    readonly benchmarks: { readonly config: { minimumThresholdPercent: number } };
  }

  /** What `eleventy.before` and `eleventy.after` pass on. */
  export type BuildListener = (event: {
    readonly directories: { readonly output: string };
    readonly outputMode: "fs" | "json" | "ndjson";
    readonly results?: readonly PrintedTemplate[];
  }) => void | Promise<void>;

  export interface TemplateLanguage {
    readonly read: boolean;
    readonly outputFileExtension: string;
    readonly getData: readonly string[];
    readonly getInstanceFromInputPath: (path: string) => Promise<unknown>;
    readonly compileOptions: { readonly cache: boolean };
    readonly compile: (
      content: string | undefined,
      path: string,
    ) => Promise<(data: never) => string | Promise<string>>;
  }

  export interface PrintedTemplate {
    readonly inputPath: string;
    readonly outputPath: string;
    readonly content: string;
  }

  export interface EleventyOptions {
    readonly source?: "cli" | "script";
    readonly quietMode?: boolean;
    readonly configPath?: string | false;
    readonly config?: (config: EleventyConfig) => void | Promise<void>;
  }

  export class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    init(): Promise<void>;
    disableLogger(): void;
    toJSON(): Promise<readonly PrintedTemplate[]>;
  }
}
