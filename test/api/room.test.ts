import { expect, jest, test } from '@jest/globals';
import { offerRoom, waitForRoom } from '../../js/room';

test('who waits is called once, in order, when others of this environment have ended', () => {
  const called: number[] = [];
  waitForRoom(() => called.push(1), 1);
  waitForRoom(() => called.push(2), 1);
  expect(called).toEqual([]);
  offerRoom();
  offerRoom();
  expect(called).toEqual([1, 2]);
});

test('who finds no room again waits again, before those that come later', () => {
  const called: string[] = [];
  const again = () => {
    called.push('again');
    if (called.length < 2) waitForRoom(again, 1);
  };
  waitForRoom(again, 1);
  offerRoom();
  waitForRoom(() => called.push('later'), 1);
  offerRoom();
  expect(called).toEqual(['again', 'again', 'later']);
});

test('who waits for other environments alone asks again by itself', async () => {
  const attempt = jest.fn();
  await new Promise<void>((resolve) => {
    attempt.mockImplementation(() => resolve());
    waitForRoom(attempt, 0);
  });
  expect(attempt).toHaveBeenCalledTimes(1);
});
