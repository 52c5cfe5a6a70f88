// The interrupts, counted, as the thread that ends code and the cells' thread know them: neither takes one that has done
// its work for one that means the code that runs now.

/** Where the shared numbers hold a count of interrupts; the first ones are those of `question.ts` and of a held line. */
const places = {
  /** The latest that has come. */
  come: 3,
  /** The latest for which code is being ended; 0 if none is. */
  ending: 4,
  /** The latest that the cells' thread has heard of: nothing holds it any more. */
  heard: 5,
  /** The signals that were sent to a guard, and those that have come to one. */
  sent: 6,
  received: 7,
  /** The looks at running code that were sent, and those after which what was found has been dealt with. */
  looked: 8,
  dealt: 9,
  /** Whether a guard stands. */
  guard: 10,
} as const;

/** Where a number stands that changes when code is no longer ended. */
export const endingPlace = places.ending;

/** How many numbers the two threads share. */
export const sharedNumbers = 11;

/** Longest time for which a signal is waited, in milliseconds: one that came to no guard never comes. */
const patience = 250;

/** Notes, in the thread that ends code, an interrupt that has come. */
export function notePress(shared: Int32Array, press: number): void {
  Atomics.store(shared, places.come, press);
}

/** Notes that code is ended until the interrupt is heard, or until `letBe`. */
export function noteEnding(shared: Int32Array, press: number): void {
  Atomics.store(shared, places.ending, press);
}

/** Notes that no code is ended any more. */
export function letBe(shared: Int32Array): void {
  Atomics.store(shared, places.ending, 0);
}

/** Notes, in the cells' thread, that an interrupt has been heard. */
export function noteHeard(shared: Int32Array, press: number): void {
  Atomics.store(shared, places.heard, press);
}

/** Whether the cells' thread has heard of an interrupt: what it runs now is not meant by it. */
export function isHeard(shared: Int32Array, press: number): boolean {
  return Atomics.load(shared, places.heard) >= press;
}

/** Whether an interrupt has come that the cells' thread has not heard of. */
export function isPressed(shared: Int32Array): boolean {
  return !isHeard(shared, Atomics.load(shared, places.come));
}

/** Whether the code that the cells' thread runs is being ended. */
export function isEnding(shared: Int32Array): boolean {
  return !isHeard(shared, Atomics.load(shared, places.ending));
}

/** Notes that a signal is sent to a guard. */
export function noteSignal(shared: Int32Array): void {
  Atomics.add(shared, places.sent, 1);
}

/** Notes that a guard has been ended by what was sent to it. */
export function noteSignalled(shared: Int32Array): void {
  Atomics.store(shared, places.received, Atomics.load(shared, places.sent));
}

/** Whether a signal that was sent to a guard has not come to any yet. */
export function isSignalUnderWay(shared: Int32Array): boolean {
  return Atomics.load(shared, places.sent) !== Atomics.load(shared, places.received);
}

/** Waits, in a guard, for a signal that has not come to any yet: it must not meet the next cell. */
export function awaitSignal(shared: Int32Array): void {
  const received = Atomics.load(shared, places.received);
  if (received === Atomics.load(shared, places.sent)) return;
  Atomics.wait(shared, places.received, received, patience);
  noteSignalled(shared);
}

/** The number of the next look at running code. */
export function nextLook(shared: Int32Array): number {
  return Atomics.load(shared, places.looked) + 1;
}

/** Notes that a look is sent, with all that belongs to it. */
export function noteLook(shared: Int32Array, look: number): void {
  Atomics.store(shared, places.looked, look);
}

/** Notes that all that was found is dealt with: the code goes on. */
export function noteDealt(shared: Int32Array): void {
  Atomics.store(shared, places.dealt, Atomics.load(shared, places.looked));
}

export function isSent(shared: Int32Array, look: number): boolean {
  return Atomics.load(shared, places.looked) >= look;
}

export function isDealt(shared: Int32Array, look: number): boolean {
  return Atomics.load(shared, places.dealt) >= look;
}

/** Whether a look has been sent that is not dealt with. */
export function isLookedAt(shared: Int32Array): boolean {
  return Atomics.load(shared, places.looked) > Atomics.load(shared, places.dealt);
}

/** Notes whether a guard stands: asked where the stack has no room for a look. */
export function noteGuard(shared: Int32Array, stands: boolean): void {
  shared[places.guard] = Number(stands);
}

export function hasGuard(shared: Int32Array): boolean {
  return Atomics.load(shared, places.guard) === 1;
}
