/** The place in a parcel that a thread is at. */
export interface Place {
  /** Number of the batch in the parcel. */
  readonly batch: number;
  /** Number of the file in the batch; as many as it has files while they are followed into each other. */
  readonly file: number;
}

/** Tells who waits for a thread where it is: one that hangs sends no messages, but shares memory. */
export interface Progress {
  readonly memory: SharedArrayBuffer;
  enter(place: Place): void;
  place(): Place;
  /** Grows with every place entered. */
  steps(): number;
}

const BATCH = 0;
const FILE = 1;
const STEPS = 2;
const BYTES = 3 * Int32Array.BYTES_PER_ELEMENT;

export function progressIn(memory = new SharedArrayBuffer(BYTES)): Progress {
  const words = new Int32Array(memory);
  return {
    memory,
    enter({ batch, file }) {
      Atomics.store(words, BATCH, batch);
      Atomics.store(words, FILE, file);
      Atomics.add(words, STEPS, 1);
    },
    place: () => ({ batch: Atomics.load(words, BATCH), file: Atomics.load(words, FILE) }),
    steps: () => Atomics.load(words, STEPS),
  };
}
