package article

// Kind is what kind of page a document is.
type Kind uint8

const (
	Article Kind = iota
	Documentation
	Forum
	Product
	Listing
	Collection
	Service
	Kinds
)

var kindNames = [Kinds]string{"article", "documentation", "forum", "product", "listing", "collection", "service"}

func (k Kind) String() string { return kindNames[k] }

// What the kind of a page is known by: parts of the whole, from 0 to 1.
const (
	kLinks = iota
	kProse
	kLong
	kHeadings
	kCode
	kPrices
	kTimes
	kForm
	kLists
	kTables
	kAlike
	kAlikeLinks
	kAlikeLong
	kImages
	kShort
	kSize
	kDeclared    // one for each declared kind
	kSigns       = kDeclared + int(declaredKinds)
	kindFeatures = kSigns + len(kindSigns)
)

// kindSigns are the signs that tell kinds apart: how much of what is kept stands in boxes with them.
var kindSigns = [...]sign{saysContent, saysComment, saysPost, saysPoster, saysProduct, saysItem, saysList, saysDescription, saysMeta, saysAuthor, saysTabs, saysCaption, inArticle, inMain, inBody, inSection, inTerms}

// describeKind finds what the kind of the page is known by, when it is decided what is kept.
func (f *Finder) describeKind() (x [kindFeatures]float32) {
	var units, words, links, prose, long, headings, code, prices, times, form, lists, tables, alike, alikeLinks, alikeLong, images, short float32
	var signs [len(kindSigns)]float32
	for i := range f.units {
		u := &f.units[i]
		controls := float32(min(u.controls, 1))
		form += controls
		if !f.keep[i] {
			continue
		}
		units++
		images += float32(min(u.images, 1))
		w := float32(u.words)
		words += w
		links += float32(u.linkWords)
		prose += float32(u.good)
		if u.words > 40*halves {
			long += w
		}
		if u.words < 4*halves {
			short++
		}
		if u.level > 0 {
			headings++
		}
		prices += float32(min(u.prices, 1))
		times += float32(min(u.times, 1))
		b := &f.boxes[u.box]
		if b.near[inPre] < far {
			code++
		}
		if b.near[inList] < far {
			lists += w
		}
		if b.near[inTable] < far {
			tables += w
		}
		if at := f.around[u.box].inner; at > 0 {
			g := f.groups.get(siblingsKey(f.boxes[at].parent, f.boxes[at].likeness))
			alike += w
			if 2*g.links > g.words {
				alikeLinks += w
			}
			if g.words/g.units > 40*halves {
				alikeLong += w
			}
		}
		for k, s := range kindSigns {
			if b.near[s] < far {
				signs[k] += w
			}
		}
	}
	w, n := max(words, 1), max(units, 1)
	for k, v := range [...]float32{
		links / w, prose / w, long / w, headings / n, code / n, prices / n, times / n, form / max(float32(len(f.units)), 1), lists / w, tables / w, alike / w,
		alikeLinks / w, alikeLong / w, images / n, short / n, float32(logByte(uint32(words))) / 255,
	} {
		x[k] = v
	}
	for k := range declaredKinds {
		x[kDeclared+int(k)] = float32(f.stats.declared >> k & 1)
	}
	for k := range signs {
		x[kSigns+k] = signs[k] / w
	}
	return x
}

// kind finds out what kind the page is, when it is decided what is kept.
func (f *Finder) kind() Kind {
	if f.keptWords(&f.boxes[0]) == 0 {
		return f.declaredOnly()
	}
	x := f.describeKind()
	best, most := Article, float32(0)
	for k := range Kinds {
		weights := &kindWeights[k]
		sum := float32(weights[kindFeatures])
		for i := range x {
			sum += x[i] * float32(weights[i])
		}
		if k == Article || sum > most {
			best, most = k, sum
		}
	}
	return best
}

// declaredOnly is what kind a page is that shows no text: the one that it says, or an article.
func (f *Finder) declaredOnly() Kind {
	switch d := f.stats.declared; {
	case d>>declaresArticle&1 != 0:
		return Article
	case d>>declaresProduct&1 != 0:
		return Product
	case d>>declaresThread&1 != 0:
		return Forum
	case d>>declaresList&1 != 0:
		return Listing
	}
	return Article
}
