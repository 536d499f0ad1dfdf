package core

// shareBars are selectors of what shares a page with others: links to services that do, and bars of them, by the classes that sites and what
// makes them give those.
var shareBars = []string{
	// Addresses of services that share what they are given.
	`a[href*="facebook.com/sharer"], a[href*="facebook.com/share.php"], a[href*="facebook.com/dialog/"]`,
	`a[href*="twitter.com/intent/"], a[href*="twitter.com/share"], a[href*="x.com/intent/"], a[href*="x.com/share"]`,
	`a[href*="linkedin.com/shareArticle"], a[href*="linkedin.com/sharing/"], a[href*="linkedin.com/cws/share"]`,
	`a[href*="pinterest.com/pin/create"], a[href*="reddit.com/submit"], a[href*="tumblr.com/share"], a[href*="tumblr.com/widgets/share"]`,
	`a[href*="t.me/share"], a[href*="telegram.me/share"], a[href*="api.whatsapp.com/send"], a[href^="whatsapp://send"], a[href*="wa.me/?text"]`,
	`a[href*="news.ycombinator.com/submitlink"], a[href*="getpocket.com/save"], a[href*="share.flipboard.com"], a[href*="bsky.app/intent/"]`,
	`a[href*="vk.com/share.php"], a[href*="connect.ok.ru/offer"], a[href*="xing.com/spi/shares"], a[href*="service.weibo.com/share"]`,
	`a[href*="line.me/R/msg"], a[href*="social-plugins.line.me/lineit"], a[href*="b.hatena.ne.jp/add"], a[href*="b.hatena.ne.jp/entry/"]`,
	`a[href*="threads.net/intent/"], a[href*="fb-messenger://share"], a[href^="mailto:?"]`,

	".addtoany_share_save_container, .a2a_kit, .addthis_toolbox, .addthis_inline_share_toolbox",                      // AddToAny, AddThis
	".sharedaddy, .sd-sharing, .jp-relatedposts-share",                                                               // Jetpack
	".st-btn, .sharethis-inline-share-buttons, .sharethis-inline-reaction-buttons",                                   // ShareThis
	".heateor_sss_sharing_container, .heateorSssSharing",                                                             // Sassy Social Share
	".essb_links, .ssba, .ssbp-wrap, .swp_social_panel, .mashsb-container, .wp-social-sharing",                       // Easy Social Share Buttons, Social Warfare, MashShare
	".td-post-sharing, .td-social-sharing, .tdb-share-classic, .jeg_share_button, .jeg_sharelist, .post-share-links", // Newspaper, JNews
	".elementor-share-buttons, .elementor-widget-share-buttons, .et_social_inline, .monarch, .novashare-buttons",     // Elementor, Divi
	".shariff, .social-share-privacy, .rrssb-buttons, .jssocials, .ya-share2, .uscl-bar, .bdsharebuttonbox",          // Shariff, RRSSB, jsSocials, Yandex, Baidu
	".share-buttons, .share-button, .share-bar, .sharebar, .share-links, .share-tools, .share-icons, .share-list, .share-container, .share-wrapper",
	".social-share, .social-sharing, .social-share-buttons, .social-share-links, .social-share-bar, .social-share-list, .social-shares, .social-buttons",
	".sharing-buttons, .sharing-links, .sharing-tools, .sharing-bar, .sharing, .article-share, .article-sharing, .article__share, .post-share, .post-sharing, .post__share",
	".entry-share, .entry-sharing, .page-share, .share-post, .share-article, .share-this, .sharethis, .share-story, .story-share, .blog-share",
}
