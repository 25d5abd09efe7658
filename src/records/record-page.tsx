import { nounOfPage } from '../nouns';
import { useAddress } from '../router/use-address';
import { RecordList } from './record-list';
import { RecordScreen } from './record-screen';

/** The screens of all nouns: a list, or the record that the address names. */
export default function RecordPage() {
	const { page, id, view, params } = useAddress();
	const noun = nounOfPage( page );
	const inTrash = view === 'trash';
	if ( ! noun ) {
		return null;
	}
	if ( id === undefined ) {
		return <RecordList key={ `${ page } ${ view }` } noun={ noun } view={ view } />;
	}
	return (
		<RecordScreen
			key={ `${ page } ${ id } ${ id === 'new' ? JSON.stringify( params ) : '' }` }
			noun={ noun }
			id={ id === 'new' ? null : Number( id ) }
			inTrash={ inTrash }
		/>
	);
}
