// Package outline says what stands where in Markdown: its blocks, and those parts of a line that others ask for, each with the nodes that it
// was made of. It is noted while the Markdown is written.
package outline
