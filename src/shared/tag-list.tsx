import { useTags } from '../tags/use-tags';
import { Pill } from './pill';

interface TagListProps {
	ids: number[];
	/** How many are shown in full; the others are counted, and named in a title. */
	most?: number;
}

/** The tags of a record. */
export function TagList( { ids, most = Infinity }: TagListProps ) {
	const { tags } = useTags();
	const all = tags.filter( ( tag ) => ids.includes( tag.id ) );
	if ( ! all.length ) {
		return null;
	}
	const others = all.slice( most ).map( ( { name } ) => name );
	return (
		<ul className="carnet-tags">
			{ all.slice( 0, most ).map( ( { id, name, color } ) => (
				<li key={ id }>
					<Pill label={ name } color={ color } />
				</li>
			) ) }
			{ others.length > 0 && (
				<li title={ others.join( ', ' ) }>
					<Pill label={ `+${ others.length }` } />
				</li>
			) }
		</ul>
	);
}
