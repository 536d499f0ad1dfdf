package markdown

// rejectUnflanked turns to another character, or to HTML, where a delimiter cannot do what it is for.
func (d *delimiters) rejectUnflanked(r *run) bool {
	rejected := false
	for _, m := range d.list {
		if m.literal {
			continue
		}
		t := r.tokens[m.token]
		// Next to a delimiter of the same character it would be one run with that.
		if t.kind == openToken && !m.canOpen || t.kind == closeToken && !m.canClose || r.before(int(m.token)).delimiter == m.char {
			if t.delimiter == m.char { // not yet rejected at its other end
				r.rejectToken(int(m.token))
				rejected = true
			}
		}
	}
	return rejected
}

// rejectAll leaves no delimiter that could mean anything.
func (d *delimiters) rejectAll(r *run) {
	for i := range d.list {
		if m := &d.list[i]; m.literal {
			m.escaped = true
		} else {
			r.tokens[m.token].delimiter = 0
		}
	}
}

// rejectToken gives up a delimiter. Between words * is tried in place of _.
func (r *run) rejectToken(i int) {
	if r.tokens[i].kind == closeToken {
		i = int(r.tokens[i].pair)
	}
	t := r.tokens[i]
	if t.delimiter == '_' && !t.nested && !r.touches(i) {
		r.setDelimiter(i, '*')
		return
	}
	r.setDelimiter(i, 0)
}

// besideTilde tells of strikethrough next to a literal tilde. Even with an escape some renderers do not tell these apart.
func (r *run) besideTilde(i int) bool {
	ends := func(t token, at func(token) int32) bool { return t.kind == textToken && r.text[at(t)] == '~' }
	first, last := func(t token) int32 { return t.start }, func(t token) int32 { return t.end - 1 }
	pair := int(r.tokens[i].pair)
	return ends(r.before(i), last) || ends(r.after(i), first) || ends(r.before(pair), last) || ends(r.after(pair), first)
}

// touches tells whether * in place of the delimiter would make one run with a neighbour.
func (r *run) touches(i int) bool {
	pair := int(r.tokens[i].pair)
	return r.before(i).delimiter == '*' || r.after(i).delimiter == '*' || r.before(pair).delimiter == '*' || r.after(pair).delimiter == '*'
}

// reject looks at what was matched: literal text that was is escaped, and formatting that was not matched with its own end
// is written otherwise. It tells whether anything changed. At last, all is rejected that could be taken amiss.
func (d *delimiters) reject(r *run, v view, all bool) bool {
	changed := false
	for i := range d.list {
		if m := &d.list[i]; m.literal && !m.escaped && v.has(m) && (m.left != m.length || all) {
			m.escaped, changed = true, true
		}
	}
	if changed && !all {
		return true
	}
	for i := range d.list {
		m := &d.list[i]
		if m.literal || !v.has(m) || r.tokens[m.token].kind != openToken {
			continue
		}
		pair := r.tokens[m.token].pair
		if m.left != 0 || m.match < 0 || d.list[m.match].token != pair || d.list[m.match].left != 0 {
			if r.tokens[m.token].delimiter != 0 {
				r.setDelimiter(int(m.token), 0)
				changed = true
			}
			if !all {
				return true
			}
		}
	}
	return changed
}
