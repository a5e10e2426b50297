import { writeWorkbook } from './zz-w.ts'
const rows=Array.from({length:100000},(_,i)=>Array.from({length:12},(_,c)=>c<8?(c<4?'FBA19TB4K7Q2U'+(i*12+c):'客户 '+(i%500)):i*c))
for(let k=0;k<2;k++){const c=process.cpuUsage();const t=performance.now(); const w=writeWorkbook([{name:'R',rows}]); const d=process.cpuUsage(c);console.log('write 100k x 12',(performance.now()-t)|0,'cpu',(d.user+d.system)/1e6,w.length, 'rss',process.resourceUsage().maxRSS/1024|0)}
