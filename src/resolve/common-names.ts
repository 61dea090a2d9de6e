import { wordsOfName } from "./names.ts";

/** Given names and surnames that many people have: two people of such a name are nothing unusual. */
const GIVEN = new Set(
  (
    "james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark donald steven " +
    "andrew paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas eric jonathan stephen " +
    "larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis peter simon ian alan martin chris mike " +
    "steve dave tom jim bob bill joe dan matt tony sam ben alex nick mary patricia jennifer linda elizabeth barbara susan jessica sarah " +
    "karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen " +
    "sharon cynthia anna maria jane kate amy ruth emma claire rachel jose juan carlos luis manuel antonio francisco pedro mohammed muhammad " +
    "mohamed ahmed ali hassan hussein ibrahim omar yusuf abdul khalid wei li min jun lei yan hui jing ping hong ming fang na ying"
  ).split(" "),
);
const SURNAMES = new Set(
  (
    "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore " +
    "jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright scott torres nguyen " +
    "hill flores green adams nelson baker hall rivera campbell mitchell carter roberts evans turner parker collins edwards stewart morris " +
    "murphy cook rogers morgan cooper reed bailey bell kelly howard ward cox richardson wood watson brooks bennett gray hughes price wang li " +
    "zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo kim park choi jung kang cho yoon singh kumar sharma patel " +
    "khan ali ahmed hussain hassan ahmad mohamed müller schmidt schneider fischer meyer weber"
  ).split(" "),
);

/** Whether a folded name is one that many people have, so that the name alone doesn't say who is meant. */
export function isCommonName(folded: string): boolean {
  const words = wordsOfName(folded);
  if (words.length !== 2) return false;
  const [first, last] = words;
  return (GIVEN.has(first) && SURNAMES.has(last)) || (SURNAMES.has(first) && GIVEN.has(last));
}
