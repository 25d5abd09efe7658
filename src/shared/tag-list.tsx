import { Pill } from './pill';
import { useTags } from '../tags/use-tags';

/**
 * The tags of a record.
 */
export function TagList( { ids }: { ids: number[] } ) {
	const { tags } = useTags();
	const shown = tags.filter( ( tag ) => ids.includes( tag.id ) );
	if ( ! shown.length ) {
		return null;
	}
	return (
		<ul className="carnet-tags">
			{ shown.map( ( { id, name, color } ) => (
				<li key={ id }>
					<Pill label={ name } color={ color } />
				</li>
			) ) }
		</ul>
	);
}
