package metadata

import "strings"

// graph is what a document says of things, in one of the three syntaxes that Schema.org has: items with properties, whose values are texts
// or other items. https://schema.org/docs/gs.html
type graph struct {
	source string // the name of the syntax
	items  []item
	props  []property
	byID   map[string]int // the items that have an identifier, from 1 on
}

// item is a thing.
type item struct {
	class       class
	typeName    string // the first of its types
	id          string
	via         prop // which property of another it is the value of, standsAlone if of none
	first, last int  // its properties, from 1 on
}

// property is a value of an item: a text, or another item.
type property struct {
	name prop
	item int // from 1 on, 0 for a text
	text string
	next int // of the same item
}

// How many items and properties are kept; see mostClaims.
const (
	mostItems = 4 << 10
	mostProps = 32 << 10
)

// add adds an item that is the value of a property of its owner, and returns its place, which is 0 when there is no more room.
func (g *graph) add(owner int, via prop) int {
	if len(g.items) >= mostItems {
		return 0
	}
	g.items = append(g.items, item{via: via})
	place := len(g.items)
	if owner > 0 {
		g.set(owner, property{name: via, item: place})
	}
	return place
}

// set gives an item a property.
func (g *graph) set(owner int, p property) {
	if owner == 0 || p.name == otherProp || len(g.props) >= mostProps {
		return
	}
	g.props = append(g.props, p)
	it, place := &g.items[owner-1], len(g.props)
	if it.first == 0 {
		it.first = place
	} else {
		g.props[it.last-1].next = place
	}
	it.last = place
}

func (g *graph) setText(owner int, name prop, text string) {
	if text != "" {
		g.set(owner, property{name: name, text: text})
	}
}

// setType gives an item one more type.
func (g *graph) setType(owner int, name string) {
	if owner == 0 {
		return
	}
	name = localName(name)
	it := &g.items[owner-1]
	if c := classOf(name); it.typeName == "" || c > it.class {
		it.typeName, it.class = name, max(it.class, c)
	}
}

func (g *graph) setID(owner int, id string) {
	if owner == 0 || id == "" {
		return
	}
	g.items[owner-1].id = id
	if g.byID == nil {
		g.byID = map[string]int{}
	}
	if before := g.byID[id]; before == 0 || g.items[before-1].first == 0 {
		g.byID[id] = owner // Of those with the same, one that says something of itself.
	}
}

// class returns the class of an item, other for none.
func (g *graph) class(place int) class {
	if place == 0 {
		return otherClass
	}
	return g.items[place-1].class
}

// first returns the place of the first value of a property of an item, from 1 on, or 0.
func (g *graph) first(of int, name prop) int {
	if of == 0 {
		return 0
	}
	return g.from(g.items[of-1].first, name)
}

// following returns the place of the next value of the same property of the same item, or 0.
func (g *graph) following(place int) int {
	return g.from(g.props[place-1].next, g.props[place-1].name)
}

// from returns the place of the next value of a property, 0 if it is not among the next ones: items can refer to one that has many.
func (g *graph) from(place int, name prop) int {
	const farthest = 256
	for range farthest {
		if place == 0 || g.props[place-1].name == name {
			return place
		}
		place = g.props[place-1].next
	}
	return 0
}

// resolve returns the item that an item stands for: another one with the same identifier, if it has nothing but that.
func (g *graph) resolve(place int) int {
	if place == 0 {
		return 0
	}
	it := &g.items[place-1]
	if it.id != "" && it.first == 0 {
		if other := g.byID[it.id]; other != 0 {
			return other
		}
	}
	return place
}

// text returns the first text of a property; of an item its text is its value, its name, or its address.
func (g *graph) text(of int, name prop) string {
	for i, n := g.first(of, name), 0; i != 0 && n < mostClaims; i, n = g.following(i), n+1 {
		if text := g.textOf(i); text != "" {
			return text
		}
	}
	return ""
}

// textOf is the text of one value.
func (g *graph) textOf(place int) string {
	p := &g.props[place-1]
	if p.item == 0 {
		return p.text
	}
	item := g.resolve(p.item)
	for _, name := range [...]prop{valueProp, nameProp, urlProp} {
		if i := g.first(item, name); i != 0 && g.props[i-1].text != "" {
			return g.props[i-1].text
		}
	}
	return ""
}

// localName returns a name of Schema.org without its prefix or its address.
func localName(name string) string {
	name = strings.TrimRight(strings.TrimSpace(name), "/")
	if i := strings.LastIndexAny(name, "/#:"); i >= 0 {
		name = name[i+1:]
	}
	return name
}
