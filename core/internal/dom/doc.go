// Package dom holds a parsed document as a flat tree: all nodes in one slice, linked by index, and all attributes in
// another. A Document is reset and used again, so that a steady stream of documents allocates nothing per node.
package dom
