interface PillProps {
	label: string;
	/** `#rrggbb`, shown as a dot: the words carry the meaning, so any colour is readable. */
	color?: string | null | undefined;
}

/**
 * A short value with its colour: a status, a type, a tag.
 */
export function Pill( { label, color }: PillProps ) {
	return (
		<span className="carnet-pill">
			{ color && <span className="carnet-pill__dot" style={ { backgroundColor: color } } /> }
			{ label }
		</span>
	);
}
