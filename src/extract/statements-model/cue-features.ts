import type { CueCandidates } from "./candidates.ts";
import { type Columns, isPunctuationTag } from "./columns.ts";
import { mix } from "./hash.ts";
import type { Window } from "./window.ts";

export const CUE_NODE_SLOTS = 56;
export const CUE_EDGE_SLOTS = 20;

/** What is believed of the words before single cues are read. */
export interface Beliefs {
  /** Four probabilities a word. */
  readonly probability: Float32Array;
  readonly candidates: CueCandidates;
}

export function level(p: number): number {
  return p < 0.01
    ? 0
    : p < 0.04
      ? 1
      : p < 0.12
        ? 2
        : p < 0.3
          ? 3
          : p < 0.5
            ? 4
            : p < 0.7
              ? 5
              : p < 0.88
                ? 6
                : p < 0.96
                  ? 7
                  : p < 0.99
                    ? 8
                    : 9;
}

function bucket(distance: number): number {
  const d = distance < 0 ? -distance : distance;
  const b = d < 4 ? d : d < 6 ? 4 : d < 9 ? 5 : d < 14 ? 6 : d < 24 ? 7 : d < 40 ? 8 : 9;
  return distance < 0 ? b + 16 : b;
}

const up = new Int32Array(64);

/** Writes the features of every place of the window. */
export function writeCueFeatures(
  c: Columns,
  beliefs: Beliefs,
  w: Window,
  own: number,
  node: Int32Array,
  n0: number,
  nodeMask: number,
  edge: Int32Array,
  e0: number,
  edgeMask: number,
): void {
  const { words, form, lemma, quote, quotation, bin, sense, children, right } = c;
  const { tag, head, relation, sentence, sentenceStart, sentenceBlock } = words;
  const b = beliefs.candidates;
  const anchor = b.anchor[own];
  const s = sentence[anchor];
  const first = sentenceStart[s],
    last = sentenceStart[s + 1] - 1;
  const P = beliefs.probability;
  const al = lemma[anchor],
    at = tag[anchor] + 1,
    ab = bin[anchor],
    ar = relation[anchor] + 1,
    aq = quotation[anchor] >= 0 ? 1 : 0;
  const kids = children[anchor];
  const as = sense[anchor];
  // ancestors of the anchor
  let ups = 0;
  for (let p = anchor; p >= 0 && ups < 60; p = head[p]) up[ups++] = p;
  // quotations that touch the anchor's sentence
  let quotesBefore = 0,
    quotesAfter = 0;
  for (let i = Math.max(first, anchor - 160); i <= last && i < anchor + 160; i++)
    if (quote[i] >= 1 && (i === first || quotation[i] !== quotation[i - 1]))
      i < anchor ? quotesBefore++ : quotesAfter++;
  const quotesHere = Math.min(2, quotesBefore) * 3 + Math.min(2, quotesAfter);
  const nextQuotation = quotationNear(c, anchor, 1),
    lastQuotation = quotationNear(c, anchor, -1);
  // other strong candidates in the sentence
  const pa = level(P[anchor * 4 + 2]);
  let previousBranch = -1;
  for (let k = 0; k < w.count; k++) {
    const i = w.first[k];
    let n = n0 + k * CUE_NODE_SLOTS;
    const end = n + CUE_NODE_SLOTS;
    let e = e0 + k * CUE_EDGE_SLOTS;
    const edgeEnd = e + CUE_EDGE_SLOTS;
    const offset = w.offset[k];
    if (offset === 0) {
      const side = i === anchor ? 2 : i < anchor ? 0 : 1;
      const distance = bucket(i - anchor);
      const m1 = i > first ? i - 1 : -1,
        p1 = i < last ? i + 1 : -1,
        m2 = i > first + 1 ? i - 2 : -1,
        p2 = i < last - 1 ? i + 2 : -1;
      const t0 = tag[i] + 1,
        tm1 = m1 < 0 ? 60 : tag[m1] + 1,
        tp1 = p1 < 0 ? 61 : tag[p1] + 1,
        tm2 = m2 < 0 ? 60 : tag[m2] + 1,
        tp2 = p2 < 0 ? 61 : tag[p2] + 1;
      const q0 = quote[i] + 1;
      const quoted = quotation[i] >= 0 ? 1 : 0;
      // path to the anchor
      let downs = 0,
        branch = -1,
        x = i,
        m = -1;
      while (true) {
        m = -1;
        for (let z = 0; z < ups; z++)
          if (up[z] === x) {
            m = z;
            break;
          }
        if (m >= 0 || head[x] < 0) break;
        branch = x;
        x = head[x];
        downs++;
      }
      if (m < 0) m = 7;
      const mm = Math.min(m, 5);
      const br = branch < 0 ? 0 : relation[branch] + 1;
      const dd = Math.min(downs, 5);
      const branchSide = branch < 0 ? 2 : branch < anchor ? 0 : 1;
      // the nearest candidate above, left and right
      let o = i;
      let owner = 0;
      for (let guard = 0; o >= 0 && guard < 60; guard++) {
        const cand = b.of[o];
        if (cand >= 0 && P[b.anchor[cand] * 4 + 2] >= 0.3) {
          owner = cand === own ? 1 : 2;
          break;
        }
        if (cand === own) {
          owner = 1;
          break;
        }
        o = head[o];
      }
      const cs = level(P[i * 4 + 1]),
        ck = level(P[i * 4 + 2]),
        cc = level(P[i * 4 + 3]);
      const cm = m1 < 0 ? 30 : argmax(P, m1),
        cp = p1 < 0 ? 30 : argmax(P, p1);
      const commas = Math.min(
        3,
        i < anchor ? c.punctuation[anchor] - c.punctuation[i] : c.punctuation[i] - c.punctuation[anchor],
      );
      const between = strongCandidatesBetween(beliefs, i, anchor, own);
      const inRun = b.of[i] === own ? 1 : b.of[i] >= 0 ? 2 : 0;
      const sameQ =
        quotation[i] < 0
          ? 0
          : quotation[i] === quotation[anchor]
            ? 1
            : quotation[i] === nextQuotation
              ? 2
              : quotation[i] === lastQuotation
                ? 3
                : 4;
      const f0 = form[i],
        l0 = lemma[i];
      node[n++] = mix(1, side, 0, 0) & nodeMask;
      node[n++] = mix(2, side, distance, 0) & nodeMask;
      node[n++] = mix(3, cs, ck, cc) & nodeMask;
      node[n++] = mix(4, cs * 16 + cc, side, between) & nodeMask;
      node[n++] = mix(5, cs, side, owner) & nodeMask;
      node[n++] = mix(6, cc, side, owner * 4 + between) & nodeMask;
      node[n++] = mix(7, ck, inRun, distance) & nodeMask;
      node[n++] = mix(8, cm, cp, side * 4 + argmax(P, i)) & nodeMask;
      node[n++] = mix(9, mm, br, dd) & nodeMask;
      node[n++] = mix(10, mm * 8 + branchSide, br, side) & nodeMask;
      node[n++] = mix(11, mm * 64 + br, al, 0) & nodeMask;
      node[n++] = mix(12, mm * 64 + br, at, kids) & nodeMask;
      node[n++] = mix(13, mm * 64 + br, cs, cc) & nodeMask;
      node[n++] = mix(14, mm * 64 + br, ar, side) & nodeMask;
      node[n++] = mix(15, mm * 64 + br, relation[i] + 1, side) & nodeMask;
      node[n++] = mix(16, mm * 64 + br, t0, side) & nodeMask;
      node[n++] = mix(17, mm * 64 + br, commas, side * 8 + sameQ) & nodeMask;
      node[n++] = mix(18, mm * 64 + br, owner, between) & nodeMask;
      node[n++] = mix(19, mm * 64 + br, branch < 0 ? 0 : lemma[branch], 0) & nodeMask;
      node[n++] =
        mix(20, mm * 64 + br, branch < 0 ? 0 : tag[branch] + 1, branch < 0 ? 0 : children[branch] & 0xff) & nodeMask;
      node[n++] = mix(21, sameQ, side, commas) & nodeMask;
      node[n++] = mix(22, sameQ, quotesHere, side * 2 + aq) & nodeMask;
      node[n++] = mix(23, sameQ * 4 + side, q0, al) & nodeMask;
      node[n++] = mix(24, sameQ * 4 + side, cc, quotesHere) & nodeMask;
      node[n++] = mix(25, commas, side, between * 16 + Math.min(9, Math.abs(distance & 15))) & nodeMask;
      node[n++] = mix(26, f0, side, 0) & nodeMask;
      node[n++] = mix(27, l0, al, side) & nodeMask;
      node[n++] = mix(28, t0, at, distance) & nodeMask;
      node[n++] = mix(29, tm1 * 64 + t0, tp1, side) & nodeMask;
      node[n++] = mix(30, m1 < 0 ? 3 : form[m1], side, t0) & nodeMask;
      node[n++] = mix(31, p1 < 0 ? 4 : form[p1], side, t0) & nodeMask;
      node[n++] = mix(32, al, side, sameQ * 4 + commas) & nodeMask;
      node[n++] = mix(33, al, distance, 0) & nodeMask;
      node[n++] = mix(34, al, kids, side) & nodeMask;
      node[n++] = mix(35, ab * 64 + at, side, quotesHere) & nodeMask;
      node[n++] = mix(36, as, side, mm * 64 + br) & nodeMask;
      node[n++] = mix(37, ar, side, at) & nodeMask;
      node[n++] = mix(38, tm2 * 64 + tm1, t0, side) & nodeMask;
      node[n++] = mix(39, t0, tp1 * 64 + tp2, side) & nodeMask;
      node[n++] = mix(40, l0, inRun, distance) & nodeMask;
      node[n++] = mix(41, relation[i] + 1, head[i] < 0 ? 0 : tag[head[i]] + 1, side * 4 + owner) & nodeMask;
      node[n++] = mix(42, c.shape[i], t0, side * 4 + Math.min(3, mm)) & nodeMask;
      node[n++] = mix(43, pa, side, owner) & nodeMask;
      node[n++] = mix(44, anchor < last ? lemma[anchor + 1] : 5, side, commas) & nodeMask;
      node[n++] = mix(45, anchor > first ? lemma[anchor - 1] : 6, side, commas) & nodeMask;
      node[n++] = mix(46, anchor < last ? tag[anchor + 1] + 1 : 61, at, side * 8 + mm) & nodeMask;
      node[n++] = mix(47, anchor > first ? tag[anchor - 1] + 1 : 60, at, side * 8 + mm) & nodeMask;
      node[n++] = mix(48, cs, l0, side) & nodeMask;
      node[n++] = mix(49, bucket(i - first), side, cc) & nodeMask;
      node[n++] = mix(50, bucket(last - i), side, cc * 4 + quoted) & nodeMask;
      node[n++] = mix(51, head[i] < 0 ? 0 : lemma[head[i]], relation[i], mm) & nodeMask;
      node[n++] = mix(52, al, al === 0 ? 0 : br, side * 8 + mm) & nodeMask;
      // edges
      const pr = m1 < 0 ? i : m1;
      const pq = i > 0 ? quote[i - 1] + 1 : 0;
      const cross = crossingHere(c, i, first);
      edge[e++] = mix(101, side, 0, 0) & edgeMask;
      edge[e++] = mix(102, pq, q0, side * 8 + sameQ) & edgeMask;
      edge[e++] = mix(103, tm1, t0, side) & edgeMask;
      edge[e++] = mix(104, m1 < 0 ? 3 : form[m1], side, 0) & edgeMask;
      edge[e++] = mix(105, f0, side, 0) & edgeMask;
      edge[e++] = mix(106, cross, side, 0) & edgeMask;
      edge[e++] = mix(107, mm * 64 + br, branch === previousBranch ? 1 : 0, side) & edgeMask;
      edge[e++] =
        mix(
          108,
          isPunctuationTag[tag[i]] ? f0 : isPunctuationTag[tag[pr]] ? form[pr] : 0,
          mm * 64 + br,
          branch === previousBranch ? 1 : 0,
        ) & edgeMask;
      edge[e++] = mix(109, m1 < 0 ? 30 : level(P[m1 * 4 + 3]), cc, 0) & edgeMask;
      edge[e++] = mix(110, m1 < 0 ? 30 : level(P[m1 * 4 + 1]), cs, 0) & edgeMask;
      edge[e++] = mix(111, m1 < 0 ? 30 : level(P[m1 * 4 + 2]), ck, inRun) & edgeMask;
      edge[e++] = mix(112, distance, at, 0) & edgeMask;
      edge[e++] = mix(113, tm1, t0, tp1) & edgeMask;
      edge[e++] = mix(114, tm2, tm1, t0) & edgeMask;
      edge[e++] = mix(115, l0, m1 < 0 ? 3 : lemma[m1], 0) & edgeMask;
      edge[e++] = mix(116, al, i === anchor + 1 ? l0 : 0, i - anchor === 1 ? 1 : side * 2 + 2) & edgeMask;
      edge[e++] = mix(117, cross, tm1, t0) & edgeMask;
      edge[e++] = mix(118, argmax(P, pr), argmax(P, i), owner) & edgeMask;
      edge[e++] = mix(119, owner, between, side * 4 + commas) & edgeMask;
      edge[e++] = mix(120, relation[i] + 1, bucket(right[i] - i), side * 64 + t0) & edgeMask;
      previousBranch = branch;
    } else {
      const j = w.last[k];
      const o = Math.max(-4, Math.min(5, offset));
      const su = sentence[i];
      const quoted = quotation[i] >= 0 ? 1 : 0;
      let maxCue = 0,
        sumContent = 0,
        maxSource = 0,
        other = 0;
      for (let z = i; z <= j; z++) {
        if (P[z * 4 + 2] > maxCue) maxCue = P[z * 4 + 2];
        if (P[z * 4 + 1] > maxSource) maxSource = P[z * 4 + 1];
        sumContent += P[z * 4 + 3];
      }
      for (let z = sentenceStart[su]; z < sentenceStart[su + 1]; z++) if (P[z * 4 + 2] > other) other = P[z * 4 + 2];
      const content = level(sumContent / (j - i + 1));
      const whole = i === sentenceStart[su] && j === sentenceStart[su + 1] - 1 ? 1 : 0;
      const block = sentenceBlock[su] - sentenceBlock[s];
      const blocks = Math.max(-3, Math.min(3, block));
      const paragraphFirst = su === 0 || sentenceBlock[su - 1] !== sentenceBlock[su] ? 1 : 0;
      const between = strongCandidatesBetween(beliefs, i, anchor, own);
      const sameQ =
        quotation[i] < 0
          ? 0
          : quotation[i] === quotation[anchor]
            ? 1
            : quotation[i] === nextQuotation
              ? 2
              : quotation[i] === lastQuotation
                ? 3
                : quotation[i] === quotation[last] || quotation[i] === quotation[first]
                  ? 4
                  : 5;
      const length = bucket(j - i);
      const edgeQuote = (quotation[first] >= 0 ? 1 : 0) + (quotation[last] >= 0 ? 2 : 0);
      const mark = isPunctuationTag[tag[i]] && i === j ? 1 : 0;
      node[n++] = mix(201, o, quoted, 0) & nodeMask;
      node[n++] = mix(202, o, content, quoted) & nodeMask;
      node[n++] = mix(203, o, level(maxCue), level(other)) & nodeMask;
      node[n++] = mix(204, o, sameQ, quotesHere) & nodeMask;
      node[n++] = mix(205, blocks, sameQ, content) & nodeMask;
      node[n++] = mix(206, blocks, quoted * 2 + whole, between) & nodeMask;
      node[n++] = mix(207, level(other), between, quoted * 16 + o) & nodeMask;
      node[n++] = mix(208, al, o, quoted) & nodeMask;
      node[n++] = mix(209, al, sameQ, edgeQuote) & nodeMask;
      node[n++] = mix(210, at * 16 + ab, sameQ * 4 + edgeQuote, o) & nodeMask;
      node[n++] = mix(211, edgeQuote * 8 + sameQ, o, blocks) & nodeMask;
      node[n++] = mix(212, length, whole * 2 + quoted, o) & nodeMask;
      node[n++] = mix(213, form[i], o > 0 ? 1 : 0, quoted) & nodeMask;
      node[n++] = mix(214, form[last], o > 0 ? 1 : 0, quoted) & nodeMask;
      node[n++] = mix(215, form[Math.min(c.count - 1, j + 1)], o, quoted) & nodeMask;
      node[n++] = mix(216, level(maxSource), o, quoted) & nodeMask;
      node[n++] = mix(217, paragraphFirst, blocks, quoted * 8 + sameQ) & nodeMask;
      node[n++] = mix(218, mark, quoted, o) & nodeMask;
      node[n++] = mix(219, Math.min(3, last - anchor), quotesHere, o * 2 + quoted) & nodeMask;
      node[n++] =
        mix(220, anchor < last ? form[anchor + 1] : 0, anchor === last - 1 ? form[last] : 0, o * 2 + quoted) & nodeMask;
      node[n++] = mix(221, content, between, blocks) & nodeMask;
      node[n++] = mix(222, content, level(other), quoted * 8 + sameQ) & nodeMask;
      node[n++] = mix(223, argmax(P, i), argmax(P, j), o) & nodeMask;
      node[n++] = mix(224, j > i ? form[j] : 0, j + 1 < c.count ? form[j + 1] : 0, quoted) & nodeMask;
      node[n++] = mix(225, o, argmax(P, first), argmax(P, last) * 8 + argmax(P, i)) & nodeMask;
      const pq = k > 0 && quotation[w.last[k - 1]] >= 0 ? 1 : 0;
      edge[e++] = mix(201, o, 0, 0) & edgeMask;
      edge[e++] = mix(202, pq, quoted, o) & edgeMask;
      edge[e++] = mix(203, sameQ, pq, blocks) & edgeMask;
      edge[e++] = mix(204, content, pq * 2 + quoted, o) & edgeMask;
      edge[e++] = mix(205, paragraphFirst, pq * 2 + quoted, o) & edgeMask;
      edge[e++] =
        mix(
          206,
          k > 0 && quotation[i] >= 0 && quotation[w.last[k - 1]] === quotation[i] ? 1 : 0,
          quoted,
          paragraphFirst,
        ) & edgeMask;
      edge[e++] = mix(207, level(other), pq * 2 + quoted, o) & edgeMask;
      edge[e++] = mix(208, k > 0 ? argmax(P, w.last[k - 1]) : 9, argmax(P, i), paragraphFirst) & edgeMask;
    }
    while (n < end) node[n++] = 0;
    while (e < edgeEnd) edge[e++] = 0;
  }
}

function argmax(P: Float32Array, i: number): number {
  let best = 0;
  for (let r = 1; r < 4; r++) if (P[i * 4 + r] > P[i * 4 + best]) best = r;
  return best;
}

function quotationNear(c: Columns, anchor: number, step: number): number {
  const q = c.quotation[anchor];
  for (let i = anchor + step, n = 0; i >= 0 && i < c.count && n < 40; i += step, n++)
    if (c.quotation[i] >= 0 && c.quotation[i] !== q) return c.quotation[i];
  return -2;
}

function strongCandidatesBetween(
  { candidates: b, probability }: Beliefs,
  i: number,
  anchor: number,
  own: number,
): number {
  // candidates are in text order: step from the anchor's towards i
  let n = 0;
  if (i < anchor) {
    for (let k = own - 1; k >= 0 && b.anchor[k] > i && n < 3; k--) if (probability[b.anchor[k] * 4 + 2] >= 0.4) n++;
  } else if (i > anchor) {
    for (let k = own + 1; k < b.anchor.length && b.anchor[k] < i && n < 3; k++)
      if (probability[b.anchor[k] * 4 + 2] >= 0.4) n++;
  }
  return n;
}

function crossingHere(c: Columns, i: number, first: number): number {
  if (i <= first) return 0;
  const { head, relation } = c.words;
  const p = i - 1;
  let a = p;
  while (head[a] >= 0 && c.right[head[a]] === p) a = head[a];
  let b = i;
  while (head[b] >= 0 && c.left[head[b]] === i) b = head[b];
  return (c.right[a] === p ? relation[a] + 1 : 0) * 64 + (c.left[b] === i ? relation[b] + 1 : 0);
}
