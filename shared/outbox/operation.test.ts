import { expect, test } from 'vitest';
import { OperationErrorSchema, OperationSchema, operationStates } from './operation.ts';

const common = {
  id: 'o',
  draftId: 'd',
  channelId: 101,
  title: 'Jazz',
  idempotencyKey: 'k',
  attempts: 0,
  queuedAt: 0,
  error: null,
};

test('the list of states is that of the union', () => {
  expect(OperationSchema.options.map((option) => option.shape.state.value)).toEqual([...operationStates]);
});

test('what is being sent always knows when a doubt began and when its lease ends', () => {
  const sending = { ...common, state: 'sending', firstUncertainAt: 1, leaseExpiresAt: 2 };
  expect(OperationSchema.safeParse(sending).success).toBe(true);
  expect(OperationSchema.safeParse({ ...sending, firstUncertainAt: null }).success).toBe(false);
  expect(OperationSchema.safeParse({ ...sending, leaseExpiresAt: undefined }).success).toBe(false);
});

test('an event that the person saw on the platform has no id of its own', () => {
  const delivered = { ...common, state: 'delivered', remoteId: null, finishedAt: 3 };
  expect(OperationSchema.safeParse(delivered).success).toBe(true);
  expect(OperationSchema.safeParse({ ...delivered, finishedAt: undefined }).success).toBe(false);
});

test('an error holds nothing beyond code, sentence, status, request id and field', () => {
  expect(Object.keys(OperationErrorSchema.shape).sort()).toEqual(['code', 'field', 'message', 'requestId', 'status']);
});
