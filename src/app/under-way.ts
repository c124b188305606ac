/** Everything that the app is working on, so that stopping can wait for it and whoever watches can tell when there is nothing left. */
export type UnderWay = {
  count(): number;
  /** Notes the work until it ends, and gives it back. */
  add<Result>(work: Promise<Result>): Promise<Result>;
  /** Until there is nothing: what began meanwhile included. */
  idle(): Promise<void>;
};

export function createUnderWay(): UnderWay {
  const works = new Set<Promise<unknown>>();
  return {
    count: () => works.size,
    add(work) {
      works.add(work);
      const done = () => void works.delete(work);
      work.then(done, done);
      return work;
    },
    async idle() {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
