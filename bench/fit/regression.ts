/** Alternatives of one question, each a row of features; `right` says which of them answer. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** One case of a yes-or-no question; the last column of its row is 1, for the bias. */
export interface Case {
  readonly row: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

const STEPS = 150;
const RATE = 0.3;
/** Of the squares of the weights, so that none grows on a few questions. */
const PENALTY = 0.0005;

/**
 * Weights under which the right rows of each choice get most of the softmax (ListNet, Cao et al. 2007, with
 * several right ones). `signs` (1 or -1) say what a feature means; a weight of the other sign stays at 0.
 */
export function fitChoices(
  choices: readonly Choice[],
  signs: readonly number[],
  start: readonly number[],
): number[] {
  return descend(start, signs, (weights, gradient) => {
    for (const { rows, right, weight } of choices) {
      const scores = rows.map((row) => dot(row, weights));
      const most = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - most));
      const all = shares.reduce((sum, share) => sum + share, 0);
      const good = shares.reduce((sum, share, index) => sum + (right[index] === true ? share : 0), 0);
      rows.forEach((row, index) => {
        const share = shares[index] ?? 0;
        add(gradient, row, weight * (share / all - (right[index] === true ? share / good : 0)));
      });
    }
  });
}

/** Weights of a logistic regression, the bias last. */
export function fitCases(cases: readonly Case[], signs: readonly number[]): number[] {
  const start = signs.map(() => 0);
  return descend(start, signs, (weights, gradient) => {
    for (const { row, right, weight } of cases)
      add(gradient, row, weight * (1 / (1 + Math.exp(-dot(row, weights))) - Number(right)));
  });
}

export function dot(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

function add(gradient: number[], row: readonly number[], slope: number): void {
  row.forEach((value, at) => {
    gradient[at] = (gradient[at] ?? 0) + slope * value;
  });
}

/** Adam (Kingma and Ba 2015) with a rate that falls to zero. */
function descend(
  start: readonly number[],
  signs: readonly number[],
  addSlopes: (weights: readonly number[], gradient: number[]) => void,
): number[] {
  let weights = [...start];
  let means = start.map(() => 0);
  let squares = start.map(() => 0);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight) => PENALTY * weight);
    addSlopes(weights, gradient);
    means = means.map((mean, at) => 0.9 * mean + 0.1 * (gradient[at] ?? 0));
    squares = squares.map((square, at) => 0.999 * square + 0.001 * (gradient[at] ?? 0) ** 2);
    const rate = RATE * (1 - (step - 1) / STEPS);
    weights = weights.map((weight, at) => {
      const mean = (means[at] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((squares[at] ?? 0) / (1 - 0.999 ** step)) + 1e-9;
      const next = weight - (rate * mean) / spread;
      return next * (signs[at] ?? 0) < 0 ? 0 : next;
    });
  }
  return weights;
}
