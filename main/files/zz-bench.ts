import Papa from 'papaparse'
import { readTable } from './read-table.ts'
const q=process.argv[2]==='quoted'
const rows:string[]=['客户,FBA号,箱号,重量,仓库,渠道,备注,日期']
for(let i=0;i<200000;i++){ const a=['ACME 贸易','FBA19TB4K7Q2','FBA19TB4K7Q2U'+String(i).padStart(6,'0'),'12.5','ONT8','美森快船, 限时达','note '+i,'2026-11-03']; rows.push(a.map(x=>q||x.includes(',')?'"'+x+'"':x).join(',')) }
if(process.argv[2]==='plain') for(let i=0;i<rows.length;i++) rows[i]=rows[i]!.replaceAll('"','')
const text=rows.join('\r\n')+'\r\n'
const bytes=Buffer.from(text)
console.log('MB',bytes.length/1e6)
for(let k=0;k<3;k++){
 let t=performance.now(); const dec=new TextDecoder('utf-8',{fatal:true}).decode(bytes); const td=performance.now()-t
 t=performance.now(); const r=Papa.parse(dec,{delimiter:','}); const tp=performance.now()-t
 const n0=r.data.length
 t=performance.now(); let n=0; const f=await readTable({bytes},{rows(_,r){n+=r.length},sheet(){}}); 
 console.log('decode',td|0,'papa',tp|0,n0,'ours',(performance.now()-t)|0,n, f.ok&&f.value.delimiter)
}
