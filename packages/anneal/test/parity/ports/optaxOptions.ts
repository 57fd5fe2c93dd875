export interface Linear {
  readonly init_value: number;
  readonly end_value: number;
  readonly transition_steps: number;
  readonly transition_begin: number;
}

export interface Knots {
  readonly init_value: number;
  readonly boundaries_and_scales: readonly (readonly [at: number, scale: number])[];
}

export interface Exponential {
  readonly init_value: number;
  readonly transition_steps: number;
  readonly decay_rate: number;
  readonly transition_begin: number;
  readonly staircase: boolean;
  readonly end_value: number | null;
}

export interface Cosine {
  readonly init_value: number;
  readonly decay_steps: number;
  readonly alpha: number;
  readonly exponent: number;
}

export interface Warmup {
  readonly init_value: number;
  readonly peak_value: number;
  readonly warmup_steps: number;
}

export interface WarmupCosine extends Warmup {
  readonly decay_steps: number;
  readonly end_value: number;
  readonly exponent: number;
}

export interface OneCycle {
  readonly transition_steps: number;
  readonly peak_value: number;
  readonly pct_start: number;
  readonly pct_final?: number;
  readonly div_factor: number;
  readonly final_div_factor: number;
}
