/** Every number that retrieval depends on, with its reason. Chosen on all golden questions together, never on one; `aga eval` and `npm run bench -- --ablation` show what they bring. */
export const WEIGHTS = {
  /** How many passages the first stage hands to the ranker. */
  candidates: 32,
  /** The same when every idea of the question stands in more passages than that, which hold it all alike. */
  candidatesWhenCommon: 96,
  /** How much a match counts, beside the word's own stem; a relative's also by how much of it is the same. */
  strength: { stem: 1, relative: 0.6, synonym: 0.6, translation: 0.85, spelling: 0.95 },
  /** Passages that a folder is taken to have beyond its own, when the rarity of its words is weighed. */
  assumedPassages: 100,
  /** What a word that says little counts («qué pasó con…»). */
  weakWord: 0.65,
  /** BM25 (Robertson and Zaragoza 2009): saturation and length normalisation. */
  bm25: { k: 1.5, b: 0.8 },
  /** What one match in a heading or title counts as, in matches in the text. */
  field: { heading: 1.5, title: 1.2 },
  /**
   * The linear ranker, fitted by `npm --prefix bench run fit`; each feature is between 0 and about 1. Two
   * are set by hand: `golden`, because what a maintainer wrote there must be found and no question is scored with
   * itself, and `otherLanguage`, so that who asks in Spanish is answered in English only where nothing else is near.
   */
  rank: {
    bm25: 0.74,
    unit: 0.45,
    twoUnits: 0.4,
    phrases: 0.52,
    names: 0.26,
    heading: 0.27,
    headingLikeness: 0.32,
    subject: 0.2,
    golden: 0.8,
    list: 0.09,
    counted: 0.22,
    headingType: 0.11,
    plan: 0.11,
    otherLanguage: -0.4,
  },
  /** What is shown of a passage. A chat message reads well up to four short sentences, some 480 characters. */
  select: {
    sentences: 4,
    characters: 480,
    items: 15,
    answerType: 0.18,
    /** Earlier sentences win ties. */
    position: 0.004,
    /** How much likelier the sentence after goes on with the answer than the one before. */
    onward: 0.1,
    /** How much less a word tells which unit answers when the heading or title says it of all of them. */
    toldAbove: 0.6,
    /** Items of a long list shown beside the best one. */
    siblingItem: 0.9,
    /** Share of the best passage's score from which another passage of its page is quoted too. */
    asNear: 0.8,
    /** Share of the question's mass from which a title names all of it. */
    named: 0.95,
  },
  /**
   * A logistic model over the signals of `confidence.ts`. Set by hand beside what `npm --prefix bench run fit` gives:
   * weights fitted freely did worse.
   */
  confidence: {
    bias: -3.9,
    bm25: 1.12,
    coverage: 0.81,
    unit: 0.9,
    twoUnits: 0.3,
    phrases: 0.6,
    matched: 1.29,
    names: 0.3,
    headingLikeness: 0.68,
    golden: 2,
    margin: 1.8,
    passageMargin: 1,
    headingType: 0.4,
    showsType: 0.47,
    length: 1.39,
    lacksType: -0.29,
    uncounted: -0.94,
    otherPlan: -0.79,
    missingNames: -2.5,
    unknown: -1.13,
  },
  /** How much more of the question a sentence with a gap must hold for the fact to count as pending. */
  pendingLead: 1.2,
  /**
   * From `answer` on the assistant answers, from `clarify` on it asks «¿Se refiere a…?» with three choices. Chosen
   * from the risk and coverage that `aga eval` prints, on the questions that it prints them for.
   */
  bands: { answer: 0.66, clarify: 0.1 },
} as const;
