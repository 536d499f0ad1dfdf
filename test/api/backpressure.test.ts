import { expect, jest, test } from '@jest/globals';
import { Backpressure } from '../../js/calls/backpressure';

test('who waits is called in order when others of this environment have ended, until there is room', () => {
  const backpressure = new Backpressure();
  const called: number[] = [];
  const attempt = (number: number) => () => called.push(number) > 0;
  backpressure.wait(attempt(1), 1);
  backpressure.wait(attempt(2), 1);
  expect(called).toEqual([]);
  backpressure.offer(1);
  backpressure.offer(1);
  expect(called).toEqual([1, 2]);
});

test('who finds no room waits on, and all after it', () => {
  const backpressure = new Backpressure();
  const called: string[] = [];
  backpressure.wait(() => called.push('first') > 1, 1);
  backpressure.wait(() => called.push('second') > 0, 1);
  backpressure.offer(1);
  expect(called).toEqual(['first']);
  backpressure.offer(1);
  expect(called).toEqual(['first', 'first', 'second']);
});

test('who waits for other environments alone asks again by itself', async () => {
  const backpressure = new Backpressure();
  const attempt = jest.fn<() => boolean>();
  await new Promise<void>((resolve) => {
    attempt.mockReturnValueOnce(false).mockImplementation(() => {
      resolve();
      return true;
    });
    backpressure.wait(attempt, 0);
  });
  expect(attempt).toHaveBeenCalledTimes(2);
});
