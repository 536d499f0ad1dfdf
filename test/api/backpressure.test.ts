import { expect, jest, test } from '@jest/globals';
import { Backpressure } from '../../js/calls/backpressure';

const watchMemory = jest.fn<(watches: boolean) => void>();

test('who waits is called in order when others of this environment have ended, until there is room', () => {
  const backpressure = new Backpressure(() => 1, watchMemory);
  const called: number[] = [];
  const attempt = (number: number) => () => called.push(number) > 0;
  backpressure.wait(attempt(1));
  backpressure.wait(attempt(2));
  expect(called).toEqual([]);
  backpressure.offer();
  backpressure.offer();
  expect(called).toEqual([1, 2]);
  expect(watchMemory).not.toHaveBeenCalled();
});

test('who finds no room waits on, and all after it', () => {
  const backpressure = new Backpressure(() => 1, watchMemory);
  const called: string[] = [];
  backpressure.wait(() => called.push('first') > 1);
  backpressure.wait(() => called.push('second') > 0);
  backpressure.offer();
  expect(called).toEqual(['first']);
  backpressure.offer();
  expect(called).toEqual(['first', 'first', 'second']);
});

test('who waits for other environments alone watches memory, and looks once more when it does', () => {
  let inFlight = 0;
  const steps: string[] = [];
  const backpressure = new Backpressure(
    () => inFlight,
    (watches) => steps.push(watches ? 'watch' : 'watch no more'),
  );
  let room = false;
  const attempt = (name: string) => () => {
    steps.push(name);
    inFlight += Number(room);
    return room;
  };
  backpressure.wait(attempt('first'));
  backpressure.wait(attempt('second'));
  backpressure.changed();
  room = true;
  backpressure.changed();
  backpressure.changed();
  expect(steps).toEqual(['watch', 'first', 'first', 'first', 'second', 'watch no more']);
});

test('an attempt that ends another call does not begin again', () => {
  const backpressure = new Backpressure(() => 1, watchMemory);
  const attempt = jest.fn(() => {
    backpressure.offer();
    return true;
  });
  backpressure.wait(attempt);
  backpressure.offer();
  expect(attempt).toHaveBeenCalledTimes(1);
});
