import { describe, expect, test } from 'vitest'
import { paragraphsOf, storyPage } from '../../../testkit/articles/read-page.ts'

const said = '“This dock is a disgrace and the mayor stole the money,” my neighbour Hans Dorf told me yesterday.'

describe('readers’ comments are not part of the article', () => {
  test.each([
    '<section id="comments"><h2>2 comments</h2><div class="comment">SAID</div></section>',
    '<div id="disqus_thread">SAID</div>',
    '<details class="CommentBox" open><summary>Posted by gull</summary>SAID</details>',
    '<ol class="comment-list"><li id="comment-7" class="comment even thread-even depth-1">SAID</li></ol>',
    '<ol class="commentlist"><li>SAID</li></ol>',
    '<div class="post-comments-wrapper">SAID</div>',
    '<div class="gh-comments">SAID</div>',
    '<ul class="yom-comments">SAID</ul>',
    '<div class="c-article__reader-comments comments_list">SAID</div>',
    '<div class="js-userComments">SAID</div>',
    '<div class="fb-comments" data-href="x">SAID</div>',
    '<section aria-label="Comments">SAID</section>',
    '<aside aria-label="Reader comments">SAID</aside>',
    '<div role="comment">SAID</div>',
    '<div itemscope itemtype="https://schema.org/Comment">SAID</div>',
    '<div itemprop="comment" itemscope itemtype="http://schema.org/UserComments">SAID</div>',
    '<article typeof="schema:Comment">SAID</article>',
    '<div data-testid="comments-section">SAID</div>',
    '<x-comments>SAID</x-comments>',
    '<table class="comments"><tr><td>SAID</td></tr></table>',
    '<div><h3>Leave a comment</h3>SAID</div>',
    '<section><header><h2>14 Comments</h2></header>SAID</section>',
    '<details><summary>Comments (3)</summary>SAID</details>',
    '<article class="comment">SAID</article><article class="comment">SAID</article>',
    '<div class="Comments_list__3xYzA">SAID</div>',
    '<ul class="styles_commentList__aB3dE">SAID</ul>',
    '<div class="comments--open">SAID</div>',
    '<section class="replies">SAID</section>',
    '<section><h3>Responses (3)</h3>SAID</section>',
    '<div><h3>3 thoughts on “The winter boat”</h3>SAID</div>',
    '<h3>12 comments</h3><ol><li>SAID</li></ol>',
  ])('%s', async (container) => {
    const comments = container.replaceAll('SAID', `<p>${said}</p>`)
    for (const page of [
      storyPage(`<main><article><h1>The winter boat</h1>STORY</article>${comments}</main>`),
      storyPage(`<main><article><h1>The winter boat</h1>STORY${comments}</article></main>`),
      storyPage(`<div id="story"><h1>The winter boat</h1>STORY</div>${comments}`),
    ]) {
      const paragraphs = await paragraphsOf(page)
      expect(paragraphs.filter((text) => text.startsWith('The boats of'))).toHaveLength(6)
      expect(paragraphs).not.toContain(said)
    }
  })
})

describe('outside of the article', () => {
  test.each([
    '<section><h2>Comments</h2>SAID</section>',
    '<article class="comment">SAID</article>',
    '<div><header><h3>Comments:</h3></header>SAID</div>',
  ])('%s', async (container) => {
    const page = storyPage(
      `<div id="story"><h1>The winter boat</h1>STORY</div>${container.replace('SAID', `<p>${said}</p>`)}`,
    )
    const paragraphs = await paragraphsOf(page)
    expect(paragraphs.filter((text) => text.startsWith('The boats of'))).toHaveLength(6)
    expect(paragraphs).not.toContain(said)
  })
})

describe('a story is not a comment, whatever its page calls it', () => {
  test.each([
    '<article class="post has-comments comments-open category-comment tag-comments"><h1>The winter boat</h1>STORY</article>',
    '<div class="commentary"><h1>The winter boat</h1><div class="commentary-body">STORY</div></div>',
    '<main class="comments-page">STORY</main>',
    '<article class="article--comment comment"><h2>The winter boat</h2>STORY</article>',
    '<h1>The Strait</h1><article class="comment"><h2>The winter boat</h2>STORY</article>',
    '<div id="comment"><h1>The winter boat</h1>STORY</div>',
    '<div class="comment"><div itemprop="articleBody">STORY</div></div>',
    '<div class="tone-comment section-comment no-comments">STORY</div>',
    '<section><h2>Comments</h2>STORY</section>',
    '<section><h2>12 responses to the storm</h2>STORY</section>',
    '<h1>The winter boat</h1><h4>12 comments</h4><div>STORY</div>',
    '<article><h1>The law</h1><p>The law was passed.</p><section><h2>Comments</h2>STORY</section></article>',
    '<article class="article--comment"><h1>The winter boat</h1><div class="story--comment">STORY</div></article>',
    '<div class="commentator">STORY</div>',
    '<div class="comment">STORY</div>',
  ])('%s', async (body) => {
    const paragraphs = await paragraphsOf(storyPage(body))
    expect(paragraphs.filter((text) => text.startsWith('The boats of'))).toHaveLength(6)
  })

  test('nor is a comment in its code, or a word of its text', async () => {
    const code = '<pre><code>sail() <span class="comment">// in winter</span></code></pre>'
    const paragraphs = await paragraphsOf(
      storyPage(`<article>STORY${code}<p>“No <i class="comment">comment</i>,” she said.</p></article>`),
    )
    expect(paragraphs.slice(-2)).toEqual(['sail() // in winter', '“No comment,” she said.'])
  })
})
