// Package inventory lists what a document holds that programs ask for: headings, links, images, tables, code blocks and footnotes, and where
// each stands.
package inventory
