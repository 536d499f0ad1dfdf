// Package rule has the rules of a user, by which elements are written another way than their own: what they say, compiled, which elements
// of a document they are for, and the questions to those whose rules are functions. It knows no Markdown but what the places in a template
// are.
package rule
