import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { sizeSteps } from "./sizes.ts";
import { selectScale } from "./use-appearance.ts";

/** Circles as large as nodes are drawn, with the values they stand for. */
export function SizeLegend() {
  const scale = useExplorer(selectScale);
  const { appearance } = useView();
  if (appearance.size === "given") return null;
  const { sizes, sizeBy, sizeValue, sizeWhy, working } = text.appearance;
  if (scale === null) return <p className="facet-note">{working}</p>;
  const steps = sizeSteps(scale);
  const largest = scale.radius(scale.most);
  return (
    <div className="sizes">
      <h2>{sizes(sizeBy(appearance.size))}</h2>
      <ul>
        {steps.map((step) => {
          const radius = scale.radius(step);
          return (
            <li key={step}>
              <svg width={radius * 2 + 2} height={largest * 2 + 2} aria-hidden="true">
                <circle cx={radius + 1} cy={largest * 2 + 1 - radius} r={radius} />
              </svg>
              {sizeValue(appearance.size, step)}
            </li>
          );
        })}
      </ul>
      <p className="facet-note">{sizeWhy(appearance.size)}</p>
    </div>
  );
}
