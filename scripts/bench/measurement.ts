/**
 * One measured number. `baseline` is what it is compared with, measured in the same run; `ratio` is value / baseline.
 * `target` says in words what DESIGN asks, `met` whether this run reached it.
 */
export type Measurement = {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "1/s" | "MB" | "x";
  readonly baseline?: number;
  readonly ratio?: number;
  readonly target: string;
  readonly met: boolean;
};

/** A named group of measurements; groups run one after the other, so that they do not disturb each other. */
export type Benchmark = {
  readonly name: string;
  readonly run: (options: BenchmarkOptions) => Promise<readonly Measurement[]>;
};

/** `rows`: of the long history. */
export type BenchmarkOptions = { readonly rows: number };
