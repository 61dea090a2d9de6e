import { type Columns, isPunctuationTag } from "./columns.ts";
import { mix } from "./hash.ts";

export const ROLE_NODE_SLOTS = 84;
export const ROLE_EDGE_SLOTS = 16;

function bucket(distance: number): number {
  const d = distance < 0 ? -distance : distance;
  const b = d < 4 ? d : d < 6 ? 4 : d < 10 ? 5 : d < 18 ? 6 : d < 35 ? 7 : 8;
  return distance < 0 ? b + 16 : b;
}

/** The features of word `i` for the joint reading of a text, written into `node` and `edge`. */
export function writeRoleFeatures(
  c: Columns,
  i: number,
  node: Int32Array,
  n0: number,
  nodeMask: number,
  edge: Int32Array,
  e0: number,
  edgeMask: number,
): void {
  const {
    words,
    form,
    lemma,
    suffix,
    shape,
    quote,
    quotation,
    bin,
    sense,
    children,
    up,
    upChild,
    strongLeft,
    strongRight,
  } = c;
  const { tag, head, relation, sentence, sentenceStart } = words;
  const s = sentence[i];
  const first = sentenceStart[s];
  const last = sentenceStart[s + 1] - 1;
  let n = n0;
  const at = (k: number) => (k >= first && k <= last ? k : -1);
  const m1 = at(i - 1),
    m2 = at(i - 2),
    m3 = at(i - 3),
    p1 = at(i + 1),
    p2 = at(i + 2),
    p3 = at(i + 3);
  const f0 = form[i],
    l0 = lemma[i],
    t0 = tag[i] + 1,
    q0 = quote[i] + 1;
  const fm1 = m1 < 0 ? 1 : form[m1],
    fm2 = m2 < 0 ? 1 : form[m2],
    fp1 = p1 < 0 ? 2 : form[p1],
    fp2 = p2 < 0 ? 2 : form[p2];
  const lm1 = m1 < 0 ? 1 : lemma[m1],
    lp1 = p1 < 0 ? 2 : lemma[p1];
  const tm1 = m1 < 0 ? 60 : tag[m1] + 1,
    tm2 = m2 < 0 ? 60 : tag[m2] + 1,
    tp1 = p1 < 0 ? 61 : tag[p1] + 1,
    tp2 = p2 < 0 ? 61 : tag[p2] + 1;
  const tm3 = m3 < 0 ? 60 : tag[m3] + 1,
    tp3 = p3 < 0 ? 61 : tag[p3] + 1;
  const qm1 = i > 0 ? quote[i - 1] + 1 : 0,
    qp1 = i + 1 < c.count ? quote[i + 1] + 1 : 0;
  const b0 = bin[i] + 1;
  const bm1 = m1 < 0 ? 20 : bin[m1],
    bp1 = p1 < 0 ? 20 : bin[p1];
  const sh = shape[i] + 1;
  const quoted = quotation[i] >= 0 ? 1 : 0;
  node[n++] = mix(1, 0, 0, 0) & nodeMask;
  node[n++] = mix(2, f0, 0, 0) & nodeMask;
  node[n++] = mix(3, l0, 0, 0) & nodeMask;
  node[n++] = mix(4, l0, t0, quoted) & nodeMask;
  node[n++] = mix(5, fm1, 0, 0) & nodeMask;
  node[n++] = mix(6, fp1, 0, 0) & nodeMask;
  node[n++] = mix(7, fm2, 0, 0) & nodeMask;
  node[n++] = mix(8, fp2, 0, 0) & nodeMask;
  node[n++] = mix(9, fm1, f0, 0) & nodeMask;
  node[n++] = mix(10, f0, fp1, 0) & nodeMask;
  node[n++] = mix(11, lm1, l0, lp1) & nodeMask;
  node[n++] = mix(12, l0, tp1, tp2) & nodeMask;
  node[n++] = mix(13, l0, tm1, tm2) & nodeMask;
  node[n++] = mix(14, t0, quoted, 0) & nodeMask;
  node[n++] = mix(15, tm1, t0, quoted) & nodeMask;
  node[n++] = mix(16, t0, tp1, quoted) & nodeMask;
  node[n++] = mix(17, tm1, t0, tp1) & nodeMask;
  node[n++] = mix(18, tm2, tm1, t0) & nodeMask;
  node[n++] = mix(19, t0, tp1, tp2) & nodeMask;
  node[n++] = mix(20, tm3 * 64 + tm2, tm1, t0) & nodeMask;
  node[n++] = mix(21, t0, tp1, tp2 * 64 + tp3) & nodeMask;
  node[n++] = mix(22, suffix[i], t0, 0) & nodeMask;
  node[n++] = mix(23, sh, tm1, tp1) & nodeMask;
  node[n++] = mix(24, sh, i === first ? 1 : 0, t0) & nodeMask;
  node[n++] = mix(25, b0, t0, quoted) & nodeMask;
  node[n++] = mix(26, bm1, b0, bp1) & nodeMask;
  node[n++] = mix(27, bm1, t0, tm1) & nodeMask;
  node[n++] = mix(28, bp1, t0, tp1) & nodeMask;
  node[n++] = mix(29, bin[Math.max(first, i - 2)], bin[Math.min(last, i + 2)], t0) & nodeMask;
  node[n++] = mix(30, q0, qm1, qp1) & nodeMask;
  node[n++] = mix(31, q0 * 16 + qm1 * 4 + qp1, t0, b0) & nodeMask;
  node[n++] = mix(32, sense[i], t0, quoted) & nodeMask;
  node[n++] = mix(33, sense[i], children[i] & 0x3f, quoted) & nodeMask;
  // quotation marks around
  const quo = quotation[i];
  if (quo >= 0) {
    const qf = c.quotationFirst[quo],
      ql = c.quotationLast[quo];
    const length = bucket(ql - qf - 1);
    const whole = qf <= first && ql >= last ? 1 : 0;
    node[n++] = mix(34, length, whole, q0) & nodeMask;
    node[n++] = mix(35, qf > 0 ? lemma[qf - 1] : 0, qf > 0 ? tag[qf - 1] : 0, 0) & nodeMask;
    node[n++] = mix(36, ql + 1 < c.count ? lemma[ql + 1] : 0, ql > 0 ? lemma[ql - 1] : 0, 0) & nodeMask;
    node[n++] =
      mix(37, ql + 1 < c.count ? tag[ql + 1] : 0, ql + 2 < c.count ? tag[ql + 2] : 0, ql > 0 ? form[ql - 1] : 0) &
      nodeMask;
    node[n++] =
      mix(
        38,
        length,
        qf > 0 ? bin[qf - 1] * 64 + tag[qf - 1] : 0,
        words.sentenceBlock[s] === (qf > 0 ? words.sentenceBlock[sentence[qf - 1]] : -1) ? 1 : 0,
      ) & nodeMask;
    node[n++] = mix(39, tag[Math.min(c.count - 1, qf + 1)], c.shape[Math.min(c.count - 1, qf + 1)], length) & nodeMask;
  } else {
    // how far the quotation before and after in this sentence
    let back = i;
    while (back >= first && i - back < 12 && quotation[back] < 0) back--;
    let ahead = i;
    while (ahead <= last && ahead - i < 12 && quotation[ahead] < 0) ahead++;
    const db = back >= 0 && quotation[back] >= 0 ? bucket(i - back) : 30;
    const da = ahead < c.count && quotation[ahead] >= 0 ? bucket(ahead - i) : 30;
    node[n++] = mix(40, db, da, 0) & nodeMask;
    node[n++] = mix(41, db, t0, b0) & nodeMask;
    node[n++] = mix(42, da, t0, b0) & nodeMask;
    node[n++] = mix(43, db, back >= 1 && quotation[back] >= 0 ? form[back - 1] : 0, t0) & nodeMask;
    node[n++] = mix(44, da, l0, 0) & nodeMask;
    node[n++] = mix(45, db, l0, 0) & nodeMask;
  }
  // the tree
  const h = head[i];
  const r0 = relation[i] + 1;
  const side = h < 0 ? 2 : h < i ? 1 : 0;
  const hl = h < 0 ? 0 : lemma[h],
    ht = h < 0 ? 0 : tag[h] + 1,
    hb = h < 0 ? 20 : bin[h];
  const g = h < 0 ? -1 : head[h];
  node[n++] = mix(46, r0, t0, side) & nodeMask;
  node[n++] = mix(47, r0, hl, side) & nodeMask;
  node[n++] = mix(48, r0, ht, hb) & nodeMask;
  node[n++] = mix(49, l0, r0, ht) & nodeMask;
  node[n++] = mix(50, l0, hl, 0) & nodeMask;
  node[n++] = mix(51, l0, children[i], 0) & nodeMask;
  node[n++] = mix(52, t0 * 32 + b0, children[i], 0) & nodeMask;
  node[n++] = mix(53, t0, children[i], r0) & nodeMask;
  node[n++] = mix(54, r0, h < 0 ? 0 : relation[h] + 1, g < 0 ? 20 : bin[g]) & nodeMask;
  node[n++] = mix(55, r0 * 64 + (h < 0 ? 0 : relation[h] + 1), g < 0 ? 0 : lemma[g], 0) & nodeMask;
  node[n++] = mix(56, bucket(c.depth[i]), b0, r0) & nodeMask;
  node[n++] = mix(57, h < 0 ? 0 : children[h] & 0xff, hb, r0) & nodeMask;
  // the nearest strong word above, and the branch that leads to it
  const u = up[i];
  if (u >= 0) {
    const branch = upChild[i];
    const br = relation[branch] + 1;
    const where = (i < u ? 0 : 1) + (branch === i ? 2 : 0);
    node[n++] = mix(58, lemma[u], br, where) & nodeMask;
    node[n++] = mix(59, bin[u], br, where) & nodeMask;
    node[n++] = mix(60, bin[u] * 8 + where, t0, br) & nodeMask;
    node[n++] = mix(61, lemma[u] ^ tag[u], children[u], br) & nodeMask;
    const commas = Math.min(3, i < u ? c.punctuation[u] - c.punctuation[i] : c.punctuation[i] - c.punctuation[u]);
    node[n++] = mix(62, bin[u], br * 4 + commas, bucket(i - u)) & nodeMask;
    node[n++] = mix(63, br, commas, quote[u] * 4 + q0) & nodeMask;
    node[n++] = mix(64, sense[u] * 64 + br, where, quoted) & nodeMask;
  }
  // the nearest strong words to the left and right
  const L = strongLeft[i],
    R = strongRight[i];
  if (L >= 0) {
    const commas = Math.min(3, c.punctuation[i] - c.punctuation[L]);
    node[n++] = mix(65, lemma[L], bucket(i - L) * 4 + commas, quoted) & nodeMask;
    node[n++] = mix(66, bin[L], bucket(i - L) * 4 + commas, t0) & nodeMask;
    node[n++] = mix(67, form[Math.min(last, L + 1)], bin[L], commas) & nodeMask;
    node[n++] = mix(68, lemma[L], tag[Math.min(last, L + 1)], commas) & nodeMask;
  } else node[n++] = mix(69, R < 0 ? 0 : bin[R], R < 0 ? 0 : bucket(R - i), quoted) & nodeMask;
  if (R >= 0) {
    const commas = Math.min(3, c.punctuation[R] - c.punctuation[i]);
    node[n++] = mix(70, lemma[R], bucket(R - i) * 4 + commas, quoted) & nodeMask;
    node[n++] = mix(71, bin[R], bucket(R - i) * 4 + commas, t0) & nodeMask;
    node[n++] = mix(72, bin[R], form[Math.max(first, R - 1)], commas) & nodeMask;
  } else node[n++] = mix(73, L < 0 ? 0 : bin[L], quoted, bucket(last - i)) & nodeMask;
  node[n++] = mix(74, L < 0 ? 0 : lemma[L], R < 0 ? 0 : lemma[R], 0) & nodeMask;
  node[n++] = mix(75, form[last], quotation[last] >= 0 ? 1 : 0, quoted * 32 + (L < 0 ? 0 : bin[L])) & nodeMask;
  // where in the paragraph
  const opens = s === 0 || words.sentenceBlock[s] !== words.sentenceBlock[s - 1] ? 1 : 0;
  const closes = s + 2 === sentenceStart.length || words.sentenceBlock[s] !== words.sentenceBlock[s + 1] ? 1 : 0;
  node[n++] = mix(76, opens * 2 + closes, quoted, bucket(i - first)) & nodeMask;
  node[n++] = mix(77, quotation[first] >= 0 ? 1 : 0, quotation[last] >= 0 ? 1 : 0, quoted * 64 + t0) & nodeMask;
  node[n++] = mix(78, s === 0 ? 0 : c.quote[first - 1] + 1, quoted, opens) & nodeMask;
  while (n < n0 + ROLE_NODE_SLOTS) node[n++] = 0;

  // edges: what stands at the boundary between word i - 1 and word i
  let e = e0;
  const pr = i > 0 ? i - 1 : 0;
  const tp = i > first ? tag[pr] + 1 : 60;
  edge[e++] = mix(101, 0, 0, 0) & edgeMask;
  edge[e++] = mix(102, qm1, q0, i === first ? 1 : 0) & edgeMask;
  edge[e++] = mix(103, tp, t0, 0) & edgeMask;
  edge[e++] = mix(104, i > first ? form[pr] : 3, 0, 0) & edgeMask;
  edge[e++] = mix(105, f0, 0, 0) & edgeMask;
  edge[e++] =
    mix(
      106,
      isPunctuationTag[tag[i]] ? f0 : isPunctuationTag[tag[pr]] ? form[pr] : 0,
      i === first ? 1 : 0,
      q0 * 8 + qm1,
    ) & edgeMask;
  edge[e++] = mix(107, tp, t0, tp1) & edgeMask;
  edge[e++] = mix(108, crossing(c, i, first), tp, t0) & edgeMask;
  edge[e++] = mix(109, b0, bm1, bp1) & edgeMask;
  edge[e++] = mix(110, r0, tp, side) & edgeMask;
  edge[e++] =
    mix(
      111,
      u < 0 ? 0 : relation[upChild[i]] + 1,
      i > first && up[pr] >= 0 ? relation[upChild[pr]] + 1 : 0,
      u < 0 ? 0 : bin[u],
    ) & edgeMask;
  edge[e++] = mix(112, L < 0 ? 0 : bin[L], R < 0 ? 0 : bin[R], tp * 64 + t0) & edgeMask;
  edge[e++] =
    mix(
      113,
      crossing(c, i, first),
      quoted * 2 + (qm1 > 1 ? 1 : 0),
      L >= 0 ? 1 + Math.min(3, c.punctuation[i] - c.punctuation[L]) : 0,
    ) & edgeMask;
  edge[e++] = mix(114, f0, fp1, 0) & edgeMask;
  edge[e++] = mix(115, l0, tp, quoted) & edgeMask;
  edge[e++] = mix(116, i > first ? lemma[pr] : 3, t0, quoted) & edgeMask;
  while (e < e0 + ROLE_EDGE_SLOTS) edge[e++] = 0;
}

/** How the trees of word i - 1 and word i lie: which subtree ends before, which begins here. */
function crossing(c: Columns, i: number, first: number): number {
  if (i <= first) return 0;
  const { head, relation } = c.words;
  const p = i - 1;
  // the largest subtree that ends at p, the largest that begins at i
  let a = p;
  while (head[a] >= 0 && c.right[head[a]] === p) a = head[a];
  let b = i;
  while (head[b] >= 0 && c.left[head[b]] === i) b = head[b];
  const ends = c.right[a] === p ? relation[a] + 1 : 0;
  const begins = c.left[b] === i ? relation[b] + 1 : 0;
  return ends * 64 + begins;
}
