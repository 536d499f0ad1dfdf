'use strict';
// Two test files of one Jest process run this: each has its own copy of the package and its own realm, and both have the one
// addon of the process.
const tidemark = require('../../..');

module.exports = (name) => {
  test(`${name}: promises and errors are of this realm`, async () => {
    const promise = tidemark.convert('<b>x</b>');
    expect(promise).toBeInstanceOf(Promise);
    expect(await promise).toBe('**x**');
    const error = await tidemark.convert(1).catch((reason) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(tidemark.ConvertError);
    expect(await tidemark.convert(new TextEncoder().encode('<i>é</i>'))).toBe('*é*');
  });
  test(`${name}: a hundred at once`, async () => {
    expect(await Promise.all(Array.from({ length: 100 }, () => tidemark.convert('<i>y</i>')))).toEqual(
      Array(100).fill('*y*'),
    );
  });
  if (!process.env.LEFT_OPEN) afterAll(() => tidemark.close());
};
