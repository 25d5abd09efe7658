import { Spinner } from '@wordpress/components';
import { lazy, Suspense } from '@wordpress/element';
import { nounOfPage } from '../nouns';
import { useAddress } from '../router/use-address';
import { RecordList } from './record-list';
import { RecordScreen } from './record-screen';

// Few people export, and rarely: what writes the file is loaded then.
const ExportWizard = lazy( () => import( /* webpackChunkName: "export" */ '../export/export-wizard' ) );

/** The screens of all nouns: a list, its export, or the record that the address names. */
export default function RecordPage() {
	const { page, id, view, params } = useAddress();
	const noun = nounOfPage( page );
	const inTrash = view === 'trash';
	if ( ! noun ) {
		return null;
	}
	if ( id === undefined && view === 'export' ) {
		return (
			<Suspense fallback={ <Spinner /> }>
				<ExportWizard key={ page } noun={ noun } />
			</Suspense>
		);
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
