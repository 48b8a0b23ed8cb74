import fc from 'fast-check';
import { look, type Picture } from '../picture.ts';
import type { World } from '../world/world.ts';

export type Command = fc.AsyncCommand<Picture, World>;

type Spec<T> = {
  name: string;
  /** How often it is chosen, relative to the others. */
  weight: number;
  /** What is drawn for it. */
  with: fc.Arbitrary<T>;
  /** False when it makes no sense now: then it is left out. */
  can?: (picture: Picture, drawn: T) => boolean;
  act: (picture: Picture, world: World, drawn: T) => void | Promise<void>;
};

/** One kind of thing that can happen. After it did, every rule is checked. */
export function command<T>(spec: Spec<T>): { name: string; weight: number; arbitrary: fc.Arbitrary<Command> } {
  const { name, weight, can = () => true, act } = spec;
  const arbitrary = spec.with.map((drawn) => ({
    check: (picture: Picture) => can(picture, drawn),
    async run(picture: Picture, world: World) {
      world.tally.step(name);
      await act(picture, world, drawn);
      look(world, picture);
    },
    toString: () => `${name}(${fc.stringify(drawn)})`,
  }));
  return { name, weight, arbitrary };
}

/** Nothing is drawn. */
export const nothing = fc.constant(null);

/** A number that stands for one among those that are there. */
export const which = fc.nat(1_000);

/** The one that a number stands for. @throws RangeError when there is none: `can` should have said so. */
export function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}

/** Which of the two senders. */
export const place = fc.constantFrom<0 | 1>(0, 1);
