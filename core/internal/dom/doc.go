// Package dom holds a parsed document as a flat tree: nodes in one slice, linked by index, and attributes in another. Text
// and attribute values are ranges of the source for as long as nothing in them had to be decoded, and no slice but that
// of the source holds pointers. A Document is reset and used again, so that a steady stream of documents allocates nothing.
package dom
