/* Finds updates, in the browser alone.
 *
 * sitegen writes the index as classic scripts, because those load over HTTP and from file:// alike. Each calls
 * sitegenSearch.add(kind, number, data); a search loads the few that its words need. What is in them stands in
 * sitegen/search/index.py, what a word is in tokens.py, what can be asked in query.py, and what must be found
 * in scan.py: the parts "Words", "Query" and "Finding" say the same in JavaScript, and tests hold them to it.
 */
"use strict";

(() => {
  // ---------------------------------------------------------------------------------------------- Words

  const DROPPED =
    "\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f" +
    "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7" +
    "\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed" +
    "\\u0898-\\u089f\\u08ca-\\u08e1\\u08e3-\\u08ff\\u0711\\u0730-\\u074a" +
    "\\u180b-\\u180f\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}" +
    "\\u00ad\\u061c\\u200c-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff";
  const FOLDS = {
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ø: "o",
    đ: "d",
    ð: "d",
    þ: "th",
    ħ: "h",
    ł: "l",
    ı: "i",
    ς: "σ",
    ʻ: "'",
    ʼ: "'",
  };
  const SPACELESS =
    "\\u2e80-\\u2fdf\\u3005-\\u3007\\u3021-\\u302f\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff" +
    "\\u{20000}-\\u{3fffd}" +
    "\\u3041-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\u{1aff0}-\\u{1afff}\\u{1b000}-\\u{1b16f}" +
    "\\u0e00-\\u0eff" +
    "\\u1000-\\u109f\\ua9e0-\\ua9ff\\uaa60-\\uaa7f\\u1780-\\u17ff";

  const DROP = new RegExp(`[${DROPPED}]+`, "gu");
  const FOLD = new RegExp(`[${Object.keys(FOLDS).join("")}]`, "gu");
  const WORD = "[\\p{L}\\p{N}\\p{M}\\u{20000}-\\u{3fffd}]";
  const TOKEN = new RegExp(`(?=${WORD})[${SPACELESS}]|(?:(?![${SPACELESS}])${WORD})+`, "gu");
  // Folding never mixes these pieces: a character, or a run of Hangul, with all that becomes its marks or goes.
  const MARKS = `\\p{M}\\u0e33\\u0eb3\\uff9e\\uff9f${DROPPED}`;
  const HANGUL = "\\u1100-\\u11ff\\u3130-\\u318f\\ua960-\\ua97f\\uac00-\\ud7ff\\uffa0-\\uffdc";
  const PIECE = new RegExp(`[${HANGUL}][${HANGUL}${MARKS}]*|[^][${MARKS}]*`, "gu");

  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(DROP, "")
      .toLowerCase()
      .replace(FOLD, (letter) => FOLDS[letter])
      .normalize("NFC");

  /** The tokens of a text, each with where its characters stand: [{token, start, end}]. */
  function tokenSpans(text) {
    let folded = "";
    const starts = [];
    const ends = [];
    for (const match of text.matchAll(PIECE)) {
      const part = fold(match[0]);
      folded += part;
      for (let i = 0; i < part.length; i++) {
        starts.push(match.index);
        ends.push(match.index + match[0].length);
      }
    }
    return Array.from(folded.matchAll(TOKEN), ({ 0: token, index }) => ({
      token,
      start: starts[index],
      end: ends[index + token.length - 1],
    }));
  }

  const tokens = (text) => tokenSpans(text).map((span) => span.token);

  // ---------------------------------------------------------------------------------------------- Query

  const SPACE = " \\t-\\r\\u00a0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000";
  const QUOTED = '"[^"]*"';
  const PLAIN = `[^"${SPACE}]`;
  const ITEM = new RegExp(
    `(?<sign>-?)(?:(?<name>[A-Za-z]+):(?<value>${QUOTED}|${PLAIN}*)|(?<text>${QUOTED}|${PLAIN}+))`,
    "gu",
  );
  const DATE = /^[0-9]{4}(?:-[0-9]{2}){0,2}$/;
  const TERM_FILTERS = ["actor", "author", "source", "timeline"];
  const DAY_FILTERS = ["day", "from", "to"];

  const straightQuotes = (text) => text.replace(/[“”„‟«»＂]/gu, '"');
  const unquoted = (text) => text.replace(/^"|"$/g, "");
  const authorKey = (name) => tokens(name).join(" ");

  /** The items of a query as they stand in it; a word or phrase has the name "". */
  const items = (query) =>
    Array.from(straightQuotes(query).matchAll(ITEM), ({ 0: whole, index, groups }) => ({
      start: index,
      end: index + whole.length,
      negated: groups.sign === "-",
      name: (groups.name ?? "").toLowerCase(),
      value: unquoted(groups.text ?? groups.value),
      quoted: whole.endsWith('"'),
    }));

  const isDayFilter = ({ name, value }) => DAY_FILTERS.includes(name) && (value === "" || DATE.test(value));

  /** The conditions of a query: {tokens, prefix, negated} or {name, value, negated}. */
  const parse = (query) => items(query).map(condition).filter(Boolean);

  function condition(item) {
    const { name, value, negated } = item;
    if (TERM_FILTERS.includes(name)) {
      const wanted = name === "author" ? authorKey(value) : value.toLowerCase();
      return wanted && { name, value: wanted, negated };
    }
    if (isDayFilter(item)) return value && { name, value, negated };
    const text = name ? `${name}:${value}` : value;
    const found = tokens(text);
    return found.length > 0 && { tokens: found, prefix: text.endsWith("*"), negated };
  }

  /** The query with one filter set to a value, or without it where the value is empty. */
  function withFilter(query, name, value) {
    let rest = query;
    for (const item of items(query).reverse()) {
      if (item.name === name && !item.negated) rest = rest.slice(0, item.start) + rest.slice(item.end);
    }
    const written = /^[a-z0-9-]+$/.test(value) ? value : `"${straightQuotes(value).replaceAll('"', " ")}"`;
    return `${rest.trim()}${value ? ` ${name}:${written}` : ""}`.trim().replace(/ {2,}/g, " ");
  }

  /** The value that a filter has in a query; "" where it has none. */
  const filterValue = (query, name) => items(query).find((item) => item.name === name && !item.negated)?.value ?? "";

  // ---------------------------------------------------------------------------------------------- Index

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const arrived = new Map(); // "terms 3" -> what its script handed over
  const asked = new Map(); // "terms 3" -> promise of it
  let folder = "";
  let metaName = "";

  /** What the index's scripts call. */
  function add(kind, number, data) {
    arrived.set(`${kind} ${number}`, kind === "terms" ? new Map(Object.entries(data)) : data);
  }

  function load(kind, number, name) {
    const key = `${kind} ${number}`;
    if (!asked.has(key)) {
      asked.set(
        key,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = folder + name;
          script.onload = () => resolve(arrived.get(key));
          script.onerror = () => {
            asked.delete(key);
            reject(new Error(name));
          };
          document.head.append(script);
        }),
      );
    }
    return asked.get(key);
  }

  /** Say where the index is: the address of its meta file. */
  function open(metaHref) {
    const cut = metaHref.lastIndexOf("/") + 1;
    folder = metaHref.slice(0, cut);
    metaName = metaHref.slice(cut);
  }

  const loadMeta = () => load("meta", 0, metaName);

  /** Number of the last file whose first entry is not after the key. */
  function fileOf(files, key) {
    let low = 0;
    let high = files.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (files[middle][0] <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** The numbers behind a term, ascending. */
  function decode(text) {
    const numbers = [];
    let number = 0;
    let gap = 0;
    let unit = 1;
    for (const digit of text) {
      const five = DIGITS.indexOf(digit);
      gap += (five % 32) * unit;
      unit *= 32;
      if (five < 32) {
        number += gap;
        numbers.push(number);
        gap = 0;
        unit = 1;
      }
    }
    return numbers;
  }

  async function numbersOf(meta, term) {
    if (meta.terms.length === 0) return [];
    const file = fileOf(meta.terms, term);
    const found = (await load("terms", file, meta.terms[file][1])).get(term);
    return found === undefined ? [] : decode(found);
  }

  /** Places of all tokens that begin so. */
  async function numbersOfPrefix(meta, prefix) {
    const first = fileOf(meta.terms, prefix);
    const files = meta.terms
      .map(([term, name], number) => ({ term, name, number }))
      .filter(({ term, number }) => number === first || (number > first && term.startsWith(prefix)));
    const shards = await Promise.all(files.map(({ name, number }) => load("terms", number, name)));
    const numbers = [];
    for (const shard of shards) {
      for (const [term, text] of shard) {
        if (term.startsWith(prefix) && !term.includes(":")) for (const number of decode(text)) numbers.push(number);
      }
    }
    return numbers.sort((a, b) => a - b);
  }

  // -------------------------------------------------------------------------------------------- Finding

  const TITLE_WEIGHT = 4; // a word in the title counts as much as four in the text
  const SATURATION = 1.2; // as in BM25: the tenth time a word stands in an update adds little

  /** Where a phrase begins, ascending: each next token stands 2 places further. */
  async function phraseStarts(meta, phrase) {
    const last = phrase.tokens.length - 1;
    const places = await Promise.all(
      phrase.tokens.map((token, i) =>
        phrase.prefix && i === last ? numbersOfPrefix(meta, token) : numbersOf(meta, token),
      ),
    );
    return places.slice(1).reduce((starts, next, i) => {
      const known = new Set(next);
      return starts.filter((start) => known.has(start + 2 * (i + 1)));
    }, places[0]);
  }

  /** Updates of all days that pass a day filter. A month or year covers all its days. */
  function onDays(meta, { name, value }) {
    const passes = {
      day: (day) => day === value,
      from: (day) => day >= value,
      to: (day) => day <= value,
    }[name];
    const found = [];
    let number = 0;
    for (const [day, length] of meta.days) {
      for (const end = number + length; number < end; number++) {
        if (passes(day.slice(0, value.length))) found.push(number);
      }
    }
    return found;
  }

  /** One condition -> {condition, starts, weights}: weights has every update that passes, starts are for phrases. */
  async function lookUp(meta, wanted) {
    const weights = new Map();
    let starts = [];
    if (wanted.tokens) {
      starts = await phraseStarts(meta, wanted);
      for (const start of starts) {
        const number = Math.floor(start / meta.stride);
        weights.set(number, (weights.get(number) ?? 0) + (start % 2 === 0 ? TITLE_WEIGHT : 1));
      }
    } else {
      const found = DAY_FILTERS.includes(wanted.name)
        ? onDays(meta, wanted)
        : await numbersOf(meta, `${wanted.name}:${wanted.value}`);
      for (const number of found) weights.set(number, 0);
    }
    return { condition: wanted, starts, weights };
  }

  /** What a query finds.
   *
   * numbers: all updates that pass, oldest first; a query that asks for nothing finds nothing
   * score(number): BM25 without its correction for length, for updates are short: for each word or phrase, how
   *   rare it is times how often it stands there
   * hits(number): [first, end] of the tokens to highlight, counted through title and text
   * ranked: whether words were asked for, which a score needs
   * unmatched: the filters whose value no update has
   */
  async function find(query) {
    const meta = await loadMeta();
    const found = await Promise.all(parse(query).map((wanted) => lookUp(meta, wanted)));
    const numbers = [];
    const count = found.length > 0 ? meta.count : 0;
    for (let number = 0; number < count; number++) {
      if (found.every(({ condition, weights }) => weights.has(number) !== condition.negated)) numbers.push(number);
    }
    const phrases = found.filter(({ condition }) => condition.tokens && !condition.negated);
    const score = (number) =>
      phrases.reduce((sum, { weights }) => {
        const weight = weights.get(number);
        return sum + Math.log(1 + meta.count / weights.size) * (weight / (weight + SATURATION));
      }, 0);
    const hits = (number) => {
      const base = number * meta.stride;
      return phrases.flatMap(({ condition, starts }) =>
        starts
          .filter((start) => start >= base && start < base + meta.stride)
          .map((start) => {
            const first = Math.floor((start - base) / 2);
            return [first, first + condition.tokens.length];
          }),
      );
    };
    const unmatched = found
      .filter(({ condition, weights }) => TERM_FILTERS.includes(condition.name) && weights.size === 0)
      .map(({ condition }) => condition);
    return { numbers, score, hits, unmatched, ranked: phrases.length > 0 };
  }

  /** The order that a person asked for; without words there is nothing to rank, so the newest come first. */
  const orderOf = (result, order) => (order === "relevance" && !result.ranked ? "newest" : order);

  /** The numbers in an order. */
  function ordered(result, order) {
    if (order === "oldest") return result.numbers;
    const newest = [...result.numbers].reverse();
    if (order === "newest") return newest;
    const scores = new Map(newest.map((number) => [number, result.score(number)]));
    return newest.sort((a, b) => scores.get(b) - scores.get(a));
  }

  /** What the list shows of one update. */
  async function update(number) {
    const meta = await loadMeta();
    const file = fileOf(meta.docs, number);
    const shard = await load("docs", file, meta.docs[file][1]);
    const [title, text, href, time, timeLabel, source, authors] = shard[number - meta.docs[file][0]];
    return { title, text, href, time, timeLabel, source, authors };
  }

  // ------------------------------------------------------------------------------------------- Excerpts

  const EXCERPT = 260; // characters

  /** Character ranges of token ranges, joined where they touch. `offset` is the number of the first token of `spans`. */
  function ranges(spans, hits, offset) {
    const found = hits
      .filter(([first, end]) => first >= offset && end <= offset + spans.length)
      .map(([first, end]) => [spans[first - offset].start, spans[end - 1 - offset].end])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const joined = [];
    for (const [start, end] of found) {
      const last = joined.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return joined;
  }

  /** The longest run of marks that fits into an excerpt; the first of equals. */
  function densest(marks) {
    let best = marks.slice(0, 1);
    for (let first = 0, end = 0; first < marks.length; first++) {
      while (end < marks.length && marks[end][1] <= marks[first][0] + EXCERPT) end++;
      if (end - first > best.length) best = marks.slice(first, end);
    }
    return best;
  }

  /** [start, end] of the piece of a text that shows most marks, in its middle, cut between words. */
  function bestPiece(text, spans, marks) {
    if (text.length <= EXCERPT) return [0, text.length];
    const shown = densest(marks);
    const [first, last] = shown.length > 0 ? [shown[0][0], shown.at(-1)[1]] : [0, 0];
    const wanted = Math.min(first, first - (EXCERPT - (last - first)) / 2, text.length - EXCERPT);
    const start = wanted <= 0 ? 0 : spans.find((span) => span.start >= wanted).start;
    const whole = spans.findLast((span) => span.end <= start + EXCERPT)?.end ?? EXCERPT;
    return [start, start + EXCERPT >= text.length ? text.length : Math.max(last, whole)];
  }

  /** A piece of text with its marked ranges, as nodes. */
  function marked(text, marks, start = 0, end = text.length) {
    const nodes = [];
    let at = start;
    for (const [first, last] of marks) {
      if (first < start || last > end) continue;
      nodes.push(text.slice(at, first), element("mark", {}, text.slice(first, last)));
      at = last;
    }
    nodes.push(text.slice(at, end));
    return nodes;
  }

  function excerpt(text, spans, marks) {
    const [start, end] = bestPiece(text, spans, marks);
    return [start > 0 ? "… " : "", ...marked(text, marks, start, end), end < text.length ? " …" : ""];
  }

  // ----------------------------------------------------------------------------------------------- Page

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** One result. Without a title its first words stand for one, and the excerpt only where it says more. */
  function entry(shown, hits, root) {
    const titleSpans = tokenSpans(shown.title);
    const spans = tokenSpans(shown.text);
    const marks = ranges(spans, hits, titleSpans.length);
    const cut = shown.title ? 0 : endOfFirstWords(shown.text, spans);
    const firstWords = [...marked(shown.text, marks, 0, cut), cut < shown.text.length ? " …" : ""];
    const title = shown.title ? marked(shown.title, ranges(titleSpans, hits, 0)) : firstWords;
    const piece = cut < shown.text.length ? excerpt(shown.text, spans, marks) : [];
    const byline = [shown.source, ...shown.authors].filter(Boolean);
    return element(
      "li",
      { class: "line" },
      element("p", { class: "stamp" }, element("time", { datetime: shown.time }, ...unbroken(shown.timeLabel))),
      element(
        "div",
        { class: "line-text" },
        element(
          "h2",
          { class: "line-headline", dir: "auto" },
          element("a", { href: address(root + shown.href) }, ...(shown.title || shown.text ? title : ["Untitled"])),
        ),
        ...(piece.length > 0 ? [element("p", { class: "excerpt", dir: "auto" }, ...piece)] : []),
        element("p", { class: "facts" }, ...byline.map((text) => element("span", { dir: "auto" }, text))),
      ),
    );
  }

  /** The time label: a line may break after its comma, but not before the zone. */
  function unbroken(label) {
    const cut = label.lastIndexOf(", ") + 2;
    return cut < 2 ? [label] : [label.slice(0, cut), element("span", { class: "search-clock" }, label.slice(cut))];
  }

  function endOfFirstWords(text, spans) {
    const last = spans.findLastIndex((span) => span.end <= 80);
    return last < 0 || last === spans.length - 1 ? text.length : spans[last].end;
  }

  /** A server finds a page by its folder; from a disk its file must be named. */
  const address = (href) => (location.protocol.startsWith("http") ? href.replace(/index\.html$/, "") : href);

  const queryHref = (query) => `?${new URLSearchParams({ q: query })}`;

  /** What a person should know about how the query was read: lists of text and links. */
  function hints(query, result, options) {
    const told = [];
    if ((straightQuotes(query).match(/"/g) ?? []).length % 2) {
      told.push(["A quotation mark has no partner, so the words after it were searched for one by one."]);
    }
    for (const item of items(query)) {
      const known = TERM_FILTERS.includes(item.name) || isDayFilter(item);
      if (!item.name || !item.value || known) continue;
      told.push([
        DAY_FILTERS.includes(item.name)
          ? `“${item.value}” is not a date such as 2022-01-06, so it was searched for as words.`
          : `There is no filter “${item.name}:”, so it was searched for as words.`,
      ]);
    }
    for (const { name, value, negated } of result.unmatched) {
      const wanted = tokens(value);
      const alike = options(name).filter((option) => {
        const have = tokens(`${option.value} ${option.text}`);
        return !negated && wanted.every((token) => have.some((other) => other.startsWith(token)));
      });
      const links = alike
        .slice(0, 3)
        .map((option) => element("a", { href: queryHref(withFilter(query, name, option.value)) }, option.text));
      told.push([`No update has ${name}:${value}.`, ...(links.length ? [" Did you mean "] : []), ...listed(links)]);
    }
    return told;
  }

  const listed = (links) => links.flatMap((link, i) => [link, i < links.length - 1 ? ", " : "?"]);

  /** The query with each plain word of three letters or more as the beginning of a word; "" where it has none. */
  function asBeginnings(query) {
    let wider = query;
    for (const item of items(query).reverse()) {
      const isWord = !item.name && !item.negated && !item.quoted && tokens(item.value).join("").length >= 3;
      if (isWord && !item.value.endsWith("*")) wider = `${wider.slice(0, item.end)}*${wider.slice(item.end)}`;
    }
    return wider === query ? "" : wider;
  }

  const updates = (count) => `${count.toLocaleString("en")} ${count === 1 ? "update" : "updates"}`;

  const PAGE = 20; // results at a time
  const PAUSE = 150; // milliseconds without a key before a live search
  const ORDERS = { relevance: "most relevant first", newest: "newest first", oldest: "oldest first" };

  function startPage(form) {
    const page = document.querySelector("[data-search-page]");
    const part = (name) => page.querySelector(`[data-search-${name}]`);
    const input = form.elements.namedItem("q");
    const order = form.elements.namedItem("order");
    const filters = [...form.querySelectorAll("[data-filter]")];
    const slash = part("slash");
    const status = part("status");
    const list = part("results");
    const more = part("more");
    const siteTitle = document.title;
    let wantedOrder = "relevance";
    let timer = 0; // of the live search to come
    let typing = false; // the address belongs to what is being typed
    let run = 0; // number of the search that may still write to the page
    let shown = 0;
    let showMore = async () => {};

    const say = (...parts) => status.replaceChildren(...parts);

    function readAddress() {
      const asked = new URLSearchParams(location.search);
      input.value = asked.get("q") ?? "";
      wantedOrder = Object.hasOwn(ORDERS, asked.get("order")) ? asked.get("order") : "relevance";
    }

    function writeAddress(method) {
      const asked = new URLSearchParams();
      if (input.value.trim()) asked.set("q", input.value.trim());
      if (wantedOrder !== "relevance") asked.set("order", wantedOrder);
      const address = location.pathname + (String(asked) && `?${asked}`);
      if (address !== location.pathname + location.search) history[method]({}, "", address);
    }

    const optionsOf = (name) => {
      const field = filters.find((each) => each.dataset.filter === name);
      return field?.options ? [...field.options].filter((option) => option.value) : [];
    };

    /** Make the filter fields say what the query says. */
    function readFilters() {
      for (const field of filters) {
        const value = filterValue(input.value, field.dataset.filter);
        const same = optionsOf(field.dataset.filter).find((option) => authorKey(option.value) === authorKey(value));
        if (field.options) field.value = value && same ? same.value : "";
        else field.value = /^\d{4}-\d\d-\d\d$/.test(value) ? value : "";
      }
    }

    async function search(count = PAGE) {
      const mine = ++run;
      const query = input.value.trim();
      readFilters();
      document.title = query ? `${query} – ${siteTitle}` : siteTitle;
      const slow = setTimeout(() => say("Searching …"), 300);
      try {
        const result = await find(query);
        if (mine !== run) return;
        order.value = orderOf(result, wantedOrder);
        order.querySelector("[value=relevance]").disabled = !result.ranked;
        const numbers = ordered(result, order.value);
        shown = 0;
        part("hints").replaceChildren(...hints(query, result, optionsOf).map((parts) => element("li", {}, ...parts)));
        showMore = async (size) => {
          const wanted = numbers.slice(shown, shown + size);
          more.hidden = true;
          const entries = await Promise.all(wanted.map(update));
          if (mine !== run) return;
          if (shown === 0) list.replaceChildren();
          list.append(...entries.map((each, i) => entry(each, result.hits(wanted[i]), page.dataset.root)));
          shown += wanted.length;
          more.hidden = shown >= numbers.length;
        };
        part("order").hidden = numbers.length < 2;
        await showMore(count);
        const told = await summary(query, result);
        if (mine === run) say(...told);
      } catch (error) {
        if (mine !== run) return;
        list.replaceChildren();
        say(`A part of the search index could not be loaded (${error.message}). Try again.`);
      } finally {
        clearTimeout(slow);
      }
    }

    /** What was found, in a sentence. */
    async function summary(query, result) {
      const count = result.numbers.length;
      if (parse(query).length === 0) return [query ? "There is no word to search for in this." : ""];
      if (count > 1) return [`${updates(count)} found, ${ORDERS[order.value]}.`];
      if (count === 1) return [`${updates(count)} found.`];
      const wider = asBeginnings(query);
      const more = wider ? (await find(wider)).numbers.length : 0;
      if (more === 0) return ["No update found."];
      return [`No update found, but ${updates(more)} with `, element("a", { href: queryHref(wider) }, wider), "."];
    }

    /** Search as a step of its own, which the browser's back button undoes. */
    function ask() {
      clearTimeout(timer);
      writeAddress("pushState");
      typing = false;
      search();
    }

    /** Search while a person types: all of it is one step. */
    function askLive() {
      writeAddress(typing ? "replaceState" : "pushState");
      typing = true;
      search();
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(askLive, PAUSE);
    });
    input.addEventListener("change", () => {
      typing = false;
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask();
    });
    order.addEventListener("change", () => {
      wantedOrder = order.value;
      ask();
    });
    for (const field of filters) {
      field.addEventListener("change", () => {
        input.value = withFilter(input.value, field.dataset.filter, field.value);
        ask();
      });
    }
    more.addEventListener("click", async () => {
      const next = shown;
      await showMore(PAGE);
      history.replaceState({ shown }, "");
      list.children[next]?.querySelector("a").focus();
    });
    addEventListener("popstate", () => {
      clearTimeout(timer);
      typing = false;
      readAddress();
      search(history.state?.shown);
    });

    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const stops = [...list.querySelectorAll("h2 a"), ...(more.hidden ? [] : [more])];
      const at = stops.indexOf(document.activeElement);
      const target = keyTarget(event, at, stops);
      if (!target) return;
      event.preventDefault();
      target.focus();
      if (target === input) input.select();
    });

    /** Where a key leads: the search box, a result, or nowhere. */
    function keyTarget({ key, target }, at, stops) {
      if (key === "/" && slash.checked && !target.matches("input:not([type=checkbox]), select, textarea")) return input;
      if (target === input) {
        if (key === "ArrowDown") return stops[0];
        if (key === "Escape" && input.value) {
          input.value = "";
          ask();
          return input;
        }
      }
      if (at >= 0) {
        if (key === "Escape") return input;
        if (key === "ArrowDown" || key === "j") return stops[at + 1];
        if (key === "ArrowUp" || key === "k") return stops[at - 1] ?? input;
      }
      return undefined;
    }

    rememberCheckbox(slash, "sitegen-search-slash");
    open(page.dataset.meta);
    readAddress();
    form.hidden = part("help").hidden = false;
    part("narrow").open =
      matchMedia("(min-width: 52rem)").matches ||
      filters.some((field) => filterValue(input.value, field.dataset.filter));
    search(history.state?.shown);
  }

  /** Keep a checkbox as it was left, where the browser lets a page remember something. */
  function rememberCheckbox(box, key) {
    try {
      box.checked = localStorage.getItem(key) !== "off";
      box.addEventListener("change", () => localStorage.setItem(key, box.checked ? "on" : "off"));
    } catch {
      box.checked = true;
    }
  }

  globalThis.sitegenSearch = { add, open, tokens, find };

  const form = document.querySelector("[data-search-page] form");
  if (form) startPage(form);
})();
