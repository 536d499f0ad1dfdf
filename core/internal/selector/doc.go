// Package selector compiles CSS selectors and matches them on the tree of a document. A compiled set never changes and is shared; what
// is found out about a document is held by a Matcher. To match all elements of a document takes time in proportion to their number and
// the length of the selectors, whatever either looks like.
// https://drafts.csswg.org/selectors-4/
package selector
