import { comparedInWords, percentInWords } from '../in-words';
import { percentOf } from '../percent-of';

interface RateProps {
	/** Part and whole now, and before. */
	current: [ number, number ];
	previous: [ number, number ];
	change: string | null;
	/** Address of the list of the whole. */
	rows: string;
	/** Both numbers in words. */
	words: string;
}

/** A part of a whole in per cent, both numbers in words, and how it was before. */
export function Rate( { current, previous, change, rows, words }: RateProps ) {
	const before = percentOf( ...previous );
	return (
		<>
			<ul className="carnet-figures">
				<li>
					<a href={ rows }>
						<strong>{ percentInWords( percentOf( ...current ) ) }</strong>
						{ words }
					</a>
				</li>
			</ul>
			<p>{ comparedInWords( before === null ? null : percentInWords( before ), change ) }</p>
		</>
	);
}
