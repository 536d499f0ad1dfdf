package markdown

// writeDefinitions ends the document with the definitions that its links refer to.
func (r *Renderer) writeDefinitions() {
	for i := range r.inline.Definitions() {
		if i == 0 {
			r.w.open(definition)
		} else {
			r.w.newLine()
			r.recordDefinition()
		}
		r.w.definition(&r.inline, i)
	}
}
