// Package turndown writes Markdown in the forms of Turndown (https://github.com/mixmark-io/turndown): the second writer of Markdown, for programs that
// count on those forms byte by byte. It is a room of its own and asks nothing of what a page means: Turndown writes the elements as they stand.
//
// A conversion collapses the white space of the tree, surveys it from the leaves up, and writes it in one walk. What Turndown makes by
// putting strings together, level by level, is written once, at its place: newlines wait until something follows them, and each line
// begins with the prefix of the containers around it.
package turndown
