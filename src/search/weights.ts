/** Every number that retrieval depends on, with its reason. Fitted by `aga eval` and `bench/`, never on one question. */
export const WEIGHTS = {
  /** Field boosts of the first stage; it only has to bring the right passage among the first ones. */
  proposal: { text: 1, heading: 1.2, title: 1, questions: 0.5 },
  /** How many passages the first stage hands to the ranker. */
  candidates: 40,
  /** How much a match counts, beside the word's own stem. */
  strength: { stem: 1, family: 0.7, synonym: 0.6, spelling: 0.95 },
  /** What a word that says little counts («qué pasó con…»). */
  weakWord: 0.75,
  /** BM25 (Robertson and Zaragoza 2009): saturation and length normalisation. */
  bm25: { k: 1.5, b: 0.8 },
  /** What one match in a heading or title counts as, in matches in the text. */
  field: { heading: 1.5, title: 1.2 },
  /** The linear ranker: each feature is between 0 and about 1. */
  rank: {
    bm25: 1,
    coverage: 0.22,
    window: 0.25,
    unit: 0.28,
    pairs: 0.2,
    matched: 0.53,
    heading: 0.41,
    document: 0.18,
    headingLikeness: 0.57,
    golden: 0.5,
    answerType: 0.18,
    headingType: 0.21,
    plan: 0.2,
    year: 0.16,
    language: 0,
  },
  /** What is shown of a passage. A chat message reads well up to three sentences or some 480 characters. */
  select: {
    sentences: 3,
    characters: 480,
    items: 15,
    /** Words of the heading count half for each of its sentences. */
    context: 0.5,
    answerType: 0.18,
    /** Earlier sentences win ties. */
    position: 0.004,
    /** Items of a long list shown beside the best one. */
    siblingItem: 0.9,
  },
  /** Logistic regression over the signals of `confidence.ts`. */
  confidence: {
    bias: -6,
    bm25: 4,
    coverage: 4,
    window: 2,
    unit: 1,
    pairs: 0.5,
    matched: 0.5,
    heading: 0.5,
    document: 2,
    headingLikeness: 0.5,
    golden: 1,
    margin: 1,
    showsType: 0.5,
    missingNames: -2,
    unknown: -2,
  },
  /** From `answer` on the assistant answers; from `clarify` on it asks «¿Se refiere a…?». */
  bands: { answer: 0.5, clarify: 0.25 },
} as const;
