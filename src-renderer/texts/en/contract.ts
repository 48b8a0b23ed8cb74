import { count, formatNumber } from '../format.ts';

const unsentWhy = {
  notRead: 'No page of Pinned Events documents a field for it, so it stays here.',
  notListed: 'The API description of the platform lists no such field, so it stays here.',
  otherForm: 'The API description of the platform lists it in another form, so it stays here.',
};

export const contract = {
  changed: 'The API description of the platform has changed',
  more: (n: number) => `And ${count(n, 'more change', 'more changes')}.`,
  lookAgain: 'Look again',
  sendAnyway: 'Send anyway',
  trouble: (why: string) => `The API description could not be read: ${why}.`,
  good: 'Nothing stands in the way any more. Sending goes on.',
  same: 'The API description says the same as before.',
  wouldBeRefused: (n: number) => `${count(n, 'breaks', 'break')} a rule of the API description`,
  notIncluded: 'Left out, because the platform would refuse. The reasons are below.',
  included: 'Sent all the same, in case the description is wrong.',
  include: 'Send anyway',
  leaveOut: 'Leave out',
  unsent: {
    description: (n: number) => `${formatNumber(n)} with a description that is not sent`,
    capacity: (n: number) => `${formatNumber(n)} with a capacity that is not sent`,
  },
  unsentWhy,
};
