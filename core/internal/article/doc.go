// Package article finds the main content of a page.
//
// A page is read as boxes, which are elements on lines of their own, and as units, which are the text and the pictures between two edges of boxes. Of
// each unit some features are known: of itself, of the boxes around it, of what is beside it and of the page. A model that
// core/internal/tool/fitarticle fits says how likely it is content. Then it is decided what is kept, so that the whole gains most where it costs to
// part what is together, and some of it is put right that text alone does not tell: headings, the title, pictures, tables and notes.
//
// All of it is linear in the page.
package article
