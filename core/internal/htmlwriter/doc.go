// Package htmlwriter writes parts of a document as clean HTML: what page says is seen of them, with the attributes that carry meaning. It is
// what Markdown holds of a table that it has no form for.
package htmlwriter
