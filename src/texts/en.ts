import type { Texts } from './es.ts';

/** Every English string that a person reads in a conversation. */
export const en: Texts = {
  greeting: {
    hello: 'Hello. I am the assistant of the Open Government Partnership (OGP, in Spanish AGA) in Colombia.',
    purpose:
      'I answer questions about the open government action plans. I only say what my documents say, and I always cite the source.',
    privacy: 'I do not need your name or your data. Please do not write them here.',
    invite: 'Write your question in your own words. Most of my documents are in Spanish. For example:',
    examples: [
      'What is the AGA?',
      'How many commitments did the third plan have?',
      'Who spoke at the 2017 meeting?',
    ],
    unknownLink:
      'That link no longer exists. The document may have changed. Write your question and I will look it up.',
  },
  help: {
    intro: 'I can help you in these ways:',
    ask: 'Write a question. After an answer I also understand “and the fourth one?”, “more”, “why?” and “report”.',
    limits: 'I take no petitions, complaints or reports, and I give no opinions.',
  },
  privacy: {
    who: 'I am an open source program. I use no generative artificial intelligence: I copy sentences from public documents.',
    nothing:
      'I do not keep your messages or your data. I remember the last question for up to 30 minutes, only to understand the next one.',
    kept: [
      'I do not keep your name, user name or phone. Of each question I keep the day, the outcome and a code that does not say who you are, for up to 90 days.',
      'I keep the text only if I could not answer and it holds no personal data. A question that you send to the team is kept for a year.',
      '/mydata shows what I keep of you, and /erase erases all of it at once.',
    ],
    platform:
      'The platform where you write to me (for example Telegram or Slack) is outside Colombia and has its own rules.',
    law: 'Colombian Law 1581 of 2012 protects your personal data. Please do not write your ID number, phone or address here.',
  },
  thanks: 'You are welcome. If you have another question, I am here.',
  goodbye: 'Goodbye. Come back any time.',
  smallTalk: 'I am ready to help you with the open government plans. What would you like to know?',
  unsupported: {
    photo: 'I received a picture, but I cannot see it.',
    voice: 'I received an audio message, but I cannot hear it.',
    video: 'I received a video, but I cannot see it.',
    sticker: 'I received a sticker, but I only understand text.',
    file: 'I received a file, but I cannot open it.',
    location: 'I received a location, but I cannot use it.',
    other: 'I received something that I cannot read.',
    forward: 'Please write your question as text.',
  },
  empty: 'I found no question in your message. Please write it in words.',
  unknownCommand: 'I do not know that command. These are the ones I have:',
  otherLanguage: 'I only understand Spanish and English. Please write your question in one of them.',
  failure: 'I had a problem and could not answer. Please try again.',
  list: {
    challenges: 'These are the challenges:',
    plans: 'These are the action plans:',
    posts: 'These are the latest posts:',
    postsOf: (year: string) => `These are the posts of ${year}:`,
    noPostsOf: (year: string) => `I have no posts of ${year}.`,
    glossary: 'I can explain these terms:',
    commitments: 'These are the commitments that I found:',
    noCommitments: 'I found no commitments with those words in my documents.',
    nothing: 'My documents hold nothing of that yet.',
    page: (from: number, to: number, total: number) => `From ${from} to ${to}, of ${total}.`,
    ended: 'There is nothing more to show.',
    nothingToContinue: 'There is no earlier answer to continue. What would you like to know?',
  },
  source: {
    label: 'Source: ',
    labels: 'Sources: ',
    none: 'I have not given you an answer with a source yet.',
    intro: 'The last answer comes from here:',
  },
  actions: {
    useful: '👍 It helped',
    useless: '👎 It did not help',
    why: 'Why this answer?',
    report: 'Report a mistake',
    share: 'Share',
  },
  why: {
    document: (title: string) => `The answer comes from the document “${title}”.`,
    section: (heading: string, title: string) =>
      `The answer comes from the section “${heading}” of the document “${title}”.`,
    file: (path: string) => `File: ${path}.`,
    chosen: 'I showed it because you chose it or asked for it by name.',
    held: 'These words of your question are there:',
    missing: (wordsMissing: string) => `These are not: ${wordsMissing}.`,
    sure: (percent: number, least: number) =>
      `I am ${percent} out of 100 sure. Below ${least} I do not answer: I ask back or say that I do not know.`,
    verbatim: 'I copied the sentences as they are written.',
  },
  feedback: {
    useful: 'Thank you. I am glad that it helped.',
    useless: 'Thank you for saying so. You can ask in another way, or report the mistake.',
    reported: 'Thank you. I kept your report, so that the team can check that answer.',
    nothingToReport: 'I have not given you an answer to report yet.',
  },
  silence: {
    quiet: 'All right: I will not answer here any more. To have me back, write to me “you can speak here”.',
    speaking: 'All right: I answer here again.',
    onlyInGroups: 'That is only for groups and channels. Here you can stop writing to me at any time.',
  },
  team: {
    offer: 'Ask the team',
    consent: 'I can send this question to the team of AGA Colombia, so that a person answers it:',
    terms: [
      'What I send: only the text of the question. I do not send your name or your user name.',
      'To whom: to the team, in its Slack workspace, which is outside Colombia.',
      'For how long: the question is kept for a year. The address of this chat, until a day after the answer, or until the notice if you ask for one.',
      'Shall I send it?',
    ],
    yes: 'Yes, send my question',
    no: 'Do not send my question',
    sent: 'I sent your question to the team. The answer will come to this chat.',
    sentNext: 'People answer, on working days. I can also tell you when the answer is published.',
    notSent: 'All right, I sent nothing.',
    noQuestion: 'Write your question first. If I do not know the answer, I offer to send it to the team.',
    noTeam: 'For now no team takes questions here.',
    onlyInPrivate: 'That is done in a private chat with me, to take care of your data.',
    personalData:
      'Your question holds personal data, so I do not send it. Write it without ID number, phone, mail or address.',
    notify: 'Tell me when it is published',
    willNotify: 'Done. I will tell you once, when the answer is published.',
    ended: 'All right. From now on the assistant answers you again.',
  },
  subscriptions: {
    all: 'Done. I will tell you of every new post.',
    theme: (theme: string) => `Done. I will tell you of new posts about “${theme}”.`,
    howToCancel: 'To stop, write /cancel.',
    cancelled: 'Done. I will send you no more posts.',
    notHere: 'I cannot keep subscriptions here.',
    personalData:
      'The theme holds personal data, so I do not keep it. Write only the theme, for example: justice.',
  },
  myData: {
    nothing: 'I keep no data of yours.',
    memory: 'I only remember the last question, for up to 30 minutes, to understand the next one.',
  },
  ask: {
    clarify: 'I am not sure. Do you mean one of these topics?',
    unknown: 'I do not know. I did not find that answer in my documents.',
    pending: 'I do not know. The document about this still lacks that fact.',
    otherCountry: 'I do not know. My documents are about the plans of Colombia.',
    otherCountryForward:
      "Other countries' plans are on the Partnership's site: https://www.opengovpartnership.org/members/",
    missingPlan: 'I do not know. I have no document of that plan.',
    missingPlanButSaid:
      'I do not know: I do not have the document of that plan. This is what the others say:',
    forward: 'You can ask in another way, or write “help” to see what topics I know.',
    near: 'One of these topics may help:',
  },
  outOfScope: {
    opinion:
      'I give no opinions or predictions. I can tell you what the documents say about the action plans.',
    petition: 'This chat takes no petitions, complaints or reports, and nothing you write here is filed.',
    petitionForward:
      'Use the official channel for petitions, complaints and reports (PQRSD) of the entity. It is on its website or at its service office.',
    personal:
      'I cannot look up personal cases. I only know public documents about the open government plans.',
    personalForward: 'For your case, ask the entity in charge of it.',
    emergency: 'If this is an emergency, call 123 now. This chat cannot send help.',
  },
  suggestion: {
    more: 'See more',
    back: 'Go back',
    readMore: (title: string) => `Read more: ${title}`,
    help: 'What can I ask',
    challenges: 'See the challenges',
    plans: 'See the plans',
    posts: 'See the posts',
  },
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  date: (day: number, month: string, year: string) => `${day} ${month} ${year}`,
};
