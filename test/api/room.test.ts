import { expect, jest, test } from '@jest/globals';
import { offerRoom, waitForRoom } from '../../js/room';

test('who waits is called in order when others of this environment have ended, until there is room', () => {
  const called: number[] = [];
  const attempt = (number: number) => () => called.push(number) > 0;
  waitForRoom(attempt(1), 1);
  waitForRoom(attempt(2), 1);
  expect(called).toEqual([]);
  offerRoom(1);
  offerRoom(1);
  expect(called).toEqual([1, 2]);
});

test('who finds no room waits on, and all behind it', () => {
  const called: string[] = [];
  waitForRoom(() => called.push('first') > 1, 1);
  waitForRoom(() => called.push('second') > 0, 1);
  offerRoom(1);
  expect(called).toEqual(['first']);
  offerRoom(1);
  expect(called).toEqual(['first', 'first', 'second']);
});

test('who waits for other environments alone asks again by itself', async () => {
  const attempt = jest.fn<() => boolean>();
  await new Promise<void>((resolve) => {
    attempt.mockReturnValueOnce(false).mockImplementation(() => {
      resolve();
      return true;
    });
    waitForRoom(attempt, 0);
  });
  expect(attempt).toHaveBeenCalledTimes(2);
});
