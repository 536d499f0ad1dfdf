// Package style reads of CSS what carries meaning: whether text is bold, slanted or struck out, whether its lines and spaces count, how
// items are marked and whether the letters are of one width. Of selectors it knows classes, IDs and names of elements, and one other
// element around them; of values those that documents of offices, mail and editors are written with.
package style
