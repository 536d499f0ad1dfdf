package metadata_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTimes(t *testing.T) {
	const head = `<title>Tides</title><h1>Tides</h1>`
	for source, want := range map[string]string{
		head + `<time datetime="2020-01-02T03:04:05Z">yesterday</time>`:                                                        "2020-01-02T03:04:05Z",
		head + `<time>2 January 2020</time>`:                                                                                   "2020-01-02",
		head + `<span class=entry-date>2. Januar 2020</span>`:                                                                  "2020-01-02",
		head + `<span class=date>2020-03-04</span><span class=date-published>2020-01-02</span>`:                                "2020-01-02",
		head + `<p>2 January 2020 · 5 minutes</p>`:                                                                             "2020-01-02",
		head + `<p>Last updated: 3 January 2020</p>`:                                                                           "2020-01-03",
		head + `<p>Last updated: 3 January 2020</p><p>2 January 2020</p>`:                                                      "2020-01-02",
		head + `<time class=updated datetime=2020-01-03></time><time class="entry-date published" datetime=2020-01-02></time>`: "2020-01-02",
		head + `<time class=updated datetime=2020-01-03></time>`:                                                               "2020-01-03",
		`<title>Tides</title><p>02.01.2020</p><h1>Tides</h1>`:                                                                  "2020-01-02",
		`<html lang=en-GB>` + head + `<p>3/4/2020</p>`:                                                                         "2020-04-03",
		`<html lang=en-US>` + head + `<p>3/4/2020</p>`:                                                                         "2020-03-04",

		head + `<p>In a long text of many words the sea rose on 2 January 2020 and fell again on the day after.</p>`: "",
		head + `<p>The sea rose on 2 January 2020, and fell again.</p>`:                                              "",
		head + `<footer><time>2020-01-02</time></footer>`:                                                            "",
		head + `<div class=comments><time>2020-01-02</time></div>`:                                                   "",
		head + `<time datetime=PT5M>5 minutes</time>`:                                                                "",
		head + `<time>January 2020</time>`:                                                                           "",
		head + linked(`{"@type":"Product","name":"Tides"}`) + `<time>2020-01-02</time>`:                              "",
	} {
		assert.Equal(t, want, of(t, source).Published, "of %s", source)
	}
	list := head
	for day := range 5 {
		list += fmt.Sprintf(`<div><h2>Waves</h2><time>2020-01-0%d</time></div>`, day+1)
	}
	assert.Empty(t, of(t, list).Published, "of a list")
	assert.NotEmpty(t, of(t, `<meta property="og:type" content=article>`+list).Published, "of an article with related ones")
	assert.Empty(t, read(t, head+`<time>2020-01-02</time>`, "https://pier.example/").Published, "of a front page")
}
