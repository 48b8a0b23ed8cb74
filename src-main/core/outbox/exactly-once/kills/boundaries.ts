/** Who gives the blow, and how exactly it falls. */
export type Blow =
  /** The sender kills itself in the middle of its own call: to the instruction. */
  | 'itself'
  /** A thread of the sender kills it a few milliseconds later, also inside a transaction or a write to the disk. */
  | 'thread'
  /** The other side of the wire kills it, by what it sees of a request. */
  | 'platform';

type Boundary = { blow: Blow; moment: string };

/** Where a sender is killed: every boundary between two steps of its work, and the middle of each step that lasts. */
export const boundaries = {
  opening: { blow: 'thread', moment: 'While the database is opened: made, migrated, or recovered from its log.' },
  planning: { blow: 'thread', moment: 'While a calendar is read and planned.' },
  importing: { blow: 'thread', moment: 'Inside the transaction that makes drafts of a calendar.' },
  imported: { blow: 'itself', moment: 'After the commit of an import, before anybody knows of it.' },
  enqueuing: { blow: 'itself', moment: 'Inside the transaction that freezes a batch, in the middle of it.' },
  enqueueEnds: { blow: 'thread', moment: 'At the end of that transaction: before, during or just after its commit.' },
  enqueued: { blow: 'itself', moment: 'After the commit of a batch, before anybody knows of it.' },
  takingOver: { blow: 'itself', moment: 'Inside the claim that takes over the work of a dead sender.' },
  beforeClaim: { blow: 'itself', moment: 'Between an outcome and the next claim.' },
  claiming: { blow: 'thread', moment: 'Before, during or just after the commit of a claim.' },
  claimed: { blow: 'itself', moment: 'After the commit of the claim, before the request begins.' },
  connected: { blow: 'itself', moment: 'The connection stands, no byte of the request has left.' },
  sent: { blow: 'itself', moment: 'Head and body have left.' },
  waiting: { blow: 'thread', moment: 'Head and body have left some milliseconds ago, and no answer is there.' },
  arrived: { blow: 'platform', moment: 'The platform works on the request and has committed nothing.' },
  committed: { blow: 'platform', moment: 'The platform has committed, and has answered nothing.' },
  answering: { blow: 'itself', moment: 'The head of the answer is there, its body is not.' },
  answered: { blow: 'itself', moment: 'The whole answer is in memory, and nothing of it on the disk.' },
  settling: { blow: 'thread', moment: 'Before, during or just after the commit of an outcome.' },
  settled: { blow: 'itself', moment: 'After the commit of an outcome, before anything else.' },
  probing: { blow: 'itself', moment: 'While a lane that was offline looks whether the platform is back.' },
  looking: { blow: 'itself', moment: 'While a page of the platform’s list is asked for, to settle a doubt.' },
  looked: { blow: 'itself', moment: 'A page of that list was read, and nothing of it is on the disk.' },
} as const satisfies Record<string, Boundary>;

export type BoundaryName = keyof typeof boundaries;
export const boundaryNames = Object.keys(boundaries) as BoundaryName[];

/** Longest delay of a blow by a thread, in real ms: about what the step takes that it is to hit. */
export const longestLagMs: Partial<Record<BoundaryName, number>> = {
  opening: 30,
  planning: 30,
  importing: 8,
  enqueueEnds: 4,
  claiming: 4,
  waiting: 10,
  settling: 4,
};
