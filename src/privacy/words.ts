/** One run of letters between spaces and marks, with what stands around it. */
export type Word = {
  text: string;
  start: number;
  end: number;
  /** The marks between the word before and this one, and between this and the next. */
  before: string;
  after: string;
};

const RUN =
  /[가-힣]+|\p{Script=Latin}[\p{Script=Latin}'’.-]*\p{Script=Latin}|\p{Script=Latin}|\p{Script=Han}+|[\d,]*\d/gu;

export function wordsOf(text: string): Word[] {
  const runs = [...text.matchAll(RUN)];
  return runs.map((run, i) => {
    const start = run.index;
    const end = start + run[0].length;
    const previous = runs[i - 1];
    return {
      text: run[0],
      start,
      end,
      before: text.slice(previous ? previous.index + previous[0].length : 0, start),
      after: text.slice(end, runs[i + 1]?.index ?? text.length),
    };
  });
}

/** What lists are made with: a title after the last of them is everybody's. */
export const isListMark = (between: string): boolean => /^\s*[,·ㆍ・•/、&+;]\s*$/.test(between);
