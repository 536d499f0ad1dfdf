package markdown

// atStart reports whether nothing has been written of the document.
func (r *Renderer) atStart() bool { return len(r.w.out) == r.w.begin && r.gone == 0 }
