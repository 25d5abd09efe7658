import { __, sprintf } from '@wordpress/i18n';
import { today } from '../entities/days';
import type { Noun } from '../records/noun';
import { lineMessages } from './check-lines';
import { quoteSections } from './form';
import { emptyLine, quoteFollowUps } from './line';
import { LineTable } from './line-table';
import { LinesControl } from './lines-control';
import { QuotePrint } from './quote-print';
import { QuoteSteps } from './quote-steps';
import { quoteWords } from './words';

/** Offers; an accepted one is a sale. */
export const quote: Noun = {
	entity: 'quote',
	words: quoteWords,
	titleOf: ( { number, title } ) =>
		number
			? sprintf(
					/* translators: 1: number of a quote. 2: its title. */
					__( '%1$s %2$s', 'carnet-crm' ),
					String( number ),
					String( title ?? '' )
				)
			: String( title ?? '' ),
	titleSort: 'title',
	titleFields: [ 'number', 'title' ],
	columns: [ 'contact_id', 'account_id', 'status', 'issued_on', 'total' ],
	quickFilters: [ 'status', 'tags' ],
	sections: quoteSections,
	pills: [ 'status', 'total', 'account_id', 'contact_id', 'deal_id' ],
	linked: [],
	offForm: [ 'status' ],
	locked: ( { status } ) => ( status === 'accepted' ? [ 'account_id', 'contact_id', 'deal_id', 'currency' ] : [] ),
	start: () => ( { issued_on: today(), lines: [ emptyLine() ] } ),
	follow: quoteFollowUps,
	check: lineMessages,
	controls: { lines: LinesControl },
	facts: { lines: LineTable },
	Steps: QuoteSteps,
	Print: QuotePrint,
	notDuplicated: [ 'status', 'issued_on', 'valid_until' ],
};
