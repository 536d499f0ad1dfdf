package inline

// dropNonFlanking changes what is written where a delimiter cannot do what it is for.
func (d *delimiters) dropNonFlanking(r *run) bool {
	rejected := false
	for i := range d.list {
		m := &d.list[i]
		switch {
		case r.tokens[m.last].kind == openToken && !m.canOpen:
			rejected = r.join(m, *r.after(int(m.last)), openToken) || r.rejectToken(m, r.outermostOpen(m)) || rejected
		case r.tokens[m.first].kind == closeToken && !m.canClose:
			rejected = r.join(m, *r.before(int(m.first)), closeToken) || r.rejectToken(m, r.outermostClose(m)) || rejected
		}
	}
	return rejected
}

// join makes one run of a delimiter and what it touches within: between words a run is followed by a letter, where a
// delimiter is followed by punctuation. Whether the run means the same is seen when it is matched.
func (r *run) join(m *delimiter, inner token, kind tokenKind) bool {
	if m.char != '*' || inner.kind != kind || inner.delimiter != '*' && inner.delimiter != '_' {
		return false
	}
	r.setDelimiter(int(r.opening(inner)), '*') // as it is already if this was done at its other end
	return true
}

// rejectToken gives up the delimiter of a token in m, unless it has been given up at its other end. In place of _ it is *,
// which may stand between words, and may be one run with what it touches.
func (r *run) rejectToken(m *delimiter, i int32) bool {
	if i < 0 || r.tokens[i].delimiter != m.char {
		return false
	}
	t := r.tokens[i]
	if t.delimiter == '_' {
		r.setDelimiter(int(r.opening(t)), '*')
	} else {
		r.setDelimiter(int(r.opening(t)), 0)
	}
	return true
}

// opening is the index of the openToken of formatting.
func (r *run) opening(t token) int32 {
	if t.kind == closeToken {
		return t.pair
	}
	return r.tokens[t.pair].pair
}

// outermostOpen is the first token in a run that opens, and -1 where none does.
func (r *run) outermostOpen(m *delimiter) int32 {
	for i := m.first; i <= m.last; i++ {
		if r.tokens[i].kind == openToken && r.tokens[i].delimiter == m.char {
			return i
		}
	}
	return -1
}

// outermostClose is the last token in a run that closes.
func (r *run) outermostClose(m *delimiter) int32 {
	i := m.last
	for i > m.first && r.tokens[i].kind != closeToken {
		i--
	}
	return i
}

// nestedOpen is the innermost token in a run that opens emphasis in its like, and -1 where none does.
func (r *run) nestedOpen(m *delimiter) int32 {
	for i := m.last; i >= m.first && r.tokens[i].kind == openToken; i-- {
		if r.tokens[i].nested && r.tokens[i].delimiter == m.char {
			return i
		}
	}
	return -1
}

// rejectAll leaves no delimiters.
func (r *run) rejectAll() {
	for i, t := range r.tokens {
		if t.kind == openToken && t.delimiter != 0 {
			r.setDelimiter(i, 0)
		}
	}
	r.dropSilent()
}

// besideTilde reports whether strikethrough is next to a literal tilde. Even with an escape some renderers do not tell these apart.
func (r *run) besideTilde(i int) bool {
	ends := func(t token, at func(token) int32) bool { return t.kind == textToken && r.text[at(t)] == '~' }
	first, last := func(t token) int32 { return t.start }, func(t token) int32 { return t.end - 1 }
	pair := int(r.tokens[i].pair)
	return ends(*r.before(i), last) || ends(*r.after(i), first) || ends(*r.before(pair), last) || ends(*r.after(pair), first)
}

// reject changes how formatting is written that was not matched with its own end, one delimiter or all of them, and tells
// whether there was any.
func (d *delimiters) reject(r *run, v dialect, all bool) bool {
	changed := false
	// Emphasis in its like goes first: without it the least is lost.
	for _, token := range [...]func(*run, *delimiter) int32{(*run).nestedOpen, (*run).outermostOpen} {
		for i := range d.list {
			r.lookAt(i)
			m := &d.list[i]
			if !v.has(m) || m.left == 0 && !m.wrong {
				continue
			}
			if r.rejectToken(m, token(r, m)) {
				if changed = true; !all {
					return true
				}
			}
		}
		if changed {
			return true
		}
	}
	return false
}

// escape has literal delimiters escaped that were matched, or all of them, and reports whether there were any. In TeX there are
// no escapes, but it has another form.
func (d *delimiters) escape(r *run, v dialect, all bool) bool {
	changed := false
	for i := range d.list {
		r.lookAt(i)
		if m := &d.list[i]; m.literal && !m.escaped && v.has(m) && (m.wrong || all) {
			changed = true
			if t := &r.tokens[m.first]; t.kind == mathToken {
				t.delimiter = '`'
			} else {
				m.escaped = true
			}
		}
	}
	return changed
}
