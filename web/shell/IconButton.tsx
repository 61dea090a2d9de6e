import type { RefObject } from "react";
import { Button, Tooltip, TooltipTrigger } from "react-aria-components";
import { Icon, type IconName } from "./Icon.tsx";

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly className?: string;
  readonly buttonRef?: RefObject<HTMLButtonElement | null>;
}

/** A button that is an icon: its name is read out, and shown when it is pointed at or focused. */
export function IconButton({ icon, label, onPress, isDisabled, className = "", buttonRef }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button
        ref={buttonRef}
        className={`icon-button ${className}`}
        aria-label={label}
        onPress={onPress}
        isDisabled={isDisabled}
      >
        <Icon name={icon} />
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
