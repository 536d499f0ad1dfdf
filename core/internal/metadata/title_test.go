package metadata_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTitle(t *testing.T) {
	for source, want := range map[string]string{
		// The heading that says what is declared, without the name of the site.
		`<title>Spring tides - The Pier</title><h1>Spring Tides</h1>`:                                                                           "Spring Tides",
		`<title>The Pier | Spring tides</title><meta property="og:site_name" content="The Pier"><h1>The Pier</h1><h1>Spring tides</h1>`:         "Spring tides",
		`<title>Spring tides — The Pier</title><h1>The Pier</h1><h1>Spring tides¶</h1>`:                                                         "Spring tides",
		`<title>Spring tides: how high? | The Pier</title><h1>Spring tides: how high?</h1>`:                                                     "Spring tides: how high?",
		`<title>Boats | The Pier</title><h1>Boats (24 items)</h1>`:                                                                              "Boats",
		`<title>Trails Pier</title><meta property="og:site_name" content="The Pier"><h1>Trails</h1>`:                                            "Trails",
		`<meta property="og:title" content="We help you to sail with the moon and the tides"><title>Moon tides</title><h1>What are tides?</h1>`: "Moon tides",
		`<title>Boats of 2020 (ranked)</title><h1>Boats of 2020 (ranked)</h1>`:                                                                  "Boats of 2020 (ranked)",
		`<title>Spring tides</title><h1>Spring <span>tides</span><button>Copy</button></h1>`:                                                    "Spring tides",
		`<title>Flexbox - Learn to build - The Docs</title><h1>Flexbox</h1>`:                                                                    "Flexbox",
		`<title>Spring tides</title><nav><h1>Menu</h1></nav><h1>Spring tides</h1>`:                                                              "Spring tides",
		`<title>x</title>` + linked(`{"@type":"Article","headline":"Spring tides"}`) + `<h1>Spring tides</h1>`:                                  "Spring tides",

		// A word about the subject before it is not of the title.
		`<title>Moon: Spring tides are high - The Pier</title><h1><span>Moon</span> <span>Spring tides are high</span></h1>`: "Spring tides are high",
		`<meta property="og:title" content="Spring tides are high"><h1><p>Moon</p>Spring tides are high</h1>`:                "Spring tides are high",
		`<title>Moon: Spring tides are high</title><h1>Moon: Spring tides are high</h1>`:                                     "Moon: Spring tides are high",

		// Without such a heading, what is declared, or a heading that says mostly the same.
		`<title>Spring tides | The Pier</title>`:                                                                  "Spring tides",
		`<title>The Pier | Spring tides</title><meta property="og:site_name" content="The Pier">`:                 "Spring tides",
		`<title>Spring tides - what they are - The Pier</title><meta property="og:site_name" content="The Pier">`: "Spring tides - what they are",
		`<title>Spring tides - high ones</title><meta property="og:site_name" content="The Pier">`:                "Spring tides - high ones",
		`<title>Spring tides | The Pier</title><meta property="og:title" content="Spring tides explained">`:       "Spring tides explained",
		`<title>Spring tides explained</title><h1>Spring tides, explained well</h1>`:                              "Spring tides, explained well",
		`<title>Spring tides explained</title><h1>Welcome</h1>`:                                                   "Spring tides explained",
		`<title>Tides</title><h1>Why the sea comes and goes</h1>`:                                                 "Why the sea comes and goes",
		`<title>Tides</title><h1>Why the sea comes and goes</h1><h1>A</h1><h1>B</h1>`:                             "Tides",
		`<title>Home</title><h1>The Pier</h1>`:                                                                    "The Pier",
		`<h1>Spring tides</h1>`:                                                                                   "Spring tides",
		`<title>{{ title }}</title><h1>Spring tides</h1>`:                                                         "Spring tides",
		`<meta property="og:site_name" content="The Pier"><title>The Pier</title>`:                                "The Pier",
	} {
		assert.Equal(t, want, of(t, source).Title, "of %s", source)
	}
	const front = `<title>The Pier - Boats and more</title><h1>We sail wherever you would like to</h1>`
	assert.Equal(t, "The Pier - Boats and more", read(t, front, "https://pier.example/").Title, "of a front page")
	assert.Equal(t, "We sail wherever you would like to", read(t, front, "https://pier.example/about").Title)
	assert.Equal(t, "Spring tides", read(t, `<title>Spring tides - Pier</title>`, "https://www.pier.example/tides").Title, "the host is the name of the site")
}
